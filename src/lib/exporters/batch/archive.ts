import { zipSync } from 'fflate';
import { exportFileName } from '../file-name.ts';

/** A file among others; names need not differ. */
export interface NamedFile {
  /** Without its ending. */
  readonly name: string;
  /** With its dot. */
  readonly extension: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Files by the names that they are stored under in one folder. Of two with one name the later is numbered. */
export function filesByName(files: readonly NamedFile[]): Map<string, Uint8Array<ArrayBuffer>> {
  const named = new Map<string, Uint8Array<ArrayBuffer>>();
  const taken = new Set<string>();
  for (const { name, extension, bytes } of files) {
    const path = (count: number) =>
      exportFileName(name, count === 1 ? extension : `（${count}）${extension}`);
    let count = 1;
    // Windows takes names that differ in capitals for one.
    while (taken.has(path(count).toLowerCase())) count += 1;
    taken.add(path(count).toLowerCase());
    named.set(path(count), bytes);
  }
  return named;
}

/** A `.zip` of files that are packed already, such as Word's. */
export function packArchive(files: readonly NamedFile[]): Uint8Array<ArrayBuffer> {
  const packed: Record<string, Uint8Array> = Object.create(null);
  for (const [name, bytes] of filesByName(files)) packed[name] = bytes;
  return zipSync(packed, { level: 0 });
}
