import { zipSync } from 'fflate';
import { exportFileName } from '../file-name.ts';

/** A file for an archive; names need not differ. */
export interface ArchivedFile {
  /** The folder in which it lies; empty for none. */
  readonly folder: string;
  /** Without its ending. */
  readonly name: string;
  /** With its dot. */
  readonly extension: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A `.zip` of files that are packed already, such as Word's. Of two with one name the later is numbered. */
export function packArchive(files: readonly ArchivedFile[]): Uint8Array<ArrayBuffer> {
  const packed: Record<string, Uint8Array> = Object.create(null);
  const taken = new Set<string>();
  for (const { folder, name, extension, bytes } of files) {
    const path = (count: number) =>
      (folder === '' ? '' : `${exportFileName(folder, '')}/`) +
      exportFileName(name, count === 1 ? extension : `（${count}）${extension}`);
    let count = 1;
    // Windows takes names that differ in capitals for one.
    while (taken.has(path(count).toLowerCase())) count += 1;
    taken.add(path(count).toLowerCase());
    packed[path(count)] = bytes;
  }
  return zipSync(packed, { level: 0 });
}
