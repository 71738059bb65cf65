/** What the names of sync packages end with. */
export const PACKAGE_ENDING = '.jibiao';

/** Whether a file is a sync package by its name. */
export function isPackageName(name: string): boolean {
  return name.toLowerCase().endsWith(PACKAGE_ENDING);
}
