import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isKnownKind } from '#lib/importers/file-kinds.ts';

/** A file to be read. */
export interface Input {
  /** As the person wrote it, or beneath the folder they wrote. */
  readonly file: string;
  readonly path: string;
  /** The folders between the one that was written and the file; empty for a file of its own. */
  readonly folder: string;
}

/**
 * The files that paths stand for: a file itself, and of a folder every file in it and in the folders
 * within whose ending can be read, in the order of their names. Hidden files and the lock files that
 * Office lays beside an open one (`~$…`) are left out.
 */
export async function inputsOf(written: readonly string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for (const file of written) {
    const path = pathFromHere(file);
    if (await isFolder(path)) inputs.push(...(await inputsIn(path, file, '')));
    else inputs.push({ file, path, folder: '' });
  }
  return inputs;
}

/** A path as the person means it: from where they stand, which `npm run` keeps in INIT_CWD. */
export function pathFromHere(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** Whether a path leads to a folder; one that leads nowhere is said to be missing when it is read. */
export async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function inputsIn(path: string, shown: string, folder: string): Promise<Input[]> {
  const entries = await readdir(path, { withFileTypes: true });
  const inputs: Input[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name } = entry;
    if (/^(?:\.|~\$)/.test(name)) continue;
    const inner = [join(path, name), join(shown, name)] as const;
    if (entry.isDirectory()) inputs.push(...(await inputsIn(...inner, join(folder, name))));
    else if (isKnownKind(name)) {
      inputs.push({ path: inner[0], file: inner[1], folder });
    }
  }
  return inputs;
}
