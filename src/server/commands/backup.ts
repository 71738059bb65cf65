import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { StartFault } from '../fault.ts';
import { DATABASE } from '../store.ts';
import { checkDatabase } from './check-database.ts';

/** All at once: the copy is of one moment, whatever a server writes meanwhile. */
const ALL_PAGES = 2 ** 31 - 1;

/**
 * Copies the database of a data folder into a file, while a server may be running. The file holds
 * no secret of a link or an owner, but all texts.
 *
 * @returns the file's size in bytes
 * @throws StartFault where there is nothing to copy, or the file exists or cannot be written.
 */
export async function backUp(folder: string, file: string, overwrite: boolean): Promise<number> {
  const source = join(folder, DATABASE);
  if (!existsSync(source)) throw new StartFault(`数据文件夹 ${folder} 里没有数据，无可备份。`);
  if (existsSync(file) && !overwrite) {
    throw new StartFault(`${file} 已经存在。要覆盖它，请加 --overwrite。`);
  }
  const unfinished = `${file}.unfinished`;
  try {
    await copy(source, unfinished);
    checkDatabase(unfinished);
    renameSync(unfinished, file);
    return statSync(file).size;
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (error instanceof StartFault) throw error;
    throw new StartFault(`不能备份到 ${file}（${(error as Error).message}）。`);
  }
}

async function copy(source: string, file: string): Promise<void> {
  rmSync(file, { force: true });
  const database = new DatabaseSync(source, { timeout: 5000 });
  try {
    await backup(database, file, { rate: ALL_PAGES });
  } finally {
    database.close();
  }
  // In one file, without the two that SQLite would keep beside it.
  const copied = new DatabaseSync(file);
  copied.exec('PRAGMA journal_mode = DELETE');
  copied.close();
}
