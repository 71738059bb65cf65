/** Leaves room for the ending and a folder's path on every system. */
const LONGEST_NAME = 80;

/**
 * The name of the file that a workbook is saved under: its title without the signs that Windows
 * forbids, and the ending of the format.
 * @param extension with its dot
 */
export function exportFileName(title: string, extension: string): string {
  const name = title
    .replace(/[\\/:*?"<>|]|\p{C}/gu, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_NAME)
    .replace(/\p{Surrogate}$/u, '')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${name === '' ? '未命名工作簿' : name}${extension}`;
}
