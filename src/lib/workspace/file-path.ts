const paths = new WeakMap<File, string>();

/** Remembers where in a dropped folder a file lies; the browser tells it beside the file, not with it. */
export function rememberPath(file: File, path: string): void {
  paths.set(file, path);
}

/** A file's path within the folder that was chosen or dropped; its name where it came alone. */
export function pathOf(file: File): string {
  const path = paths.get(file) ?? file.webkitRelativePath;
  const within = path.split('/').filter((part) => part !== '');
  return within.length > 1 ? within.slice(1).join('/') : file.name;
}
