import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from '../fault.ts';
import { whileNotInUse } from '../running.ts';
import { DATABASE } from '../store.ts';
import { checkDatabase } from './check-database.ts';

/** What SQLite keeps beside an open database, and what a killed server leaves. */
const PARTS = ['', '-wal', '-shm'];

/**
 * Puts a backup in the place of a data folder's database. What was there is renamed, not deleted.
 *
 * @param now names what is set aside, in milliseconds since 1970
 * @returns the path of what was there, or null
 * @throws StartFault where a server runs, where there is data and `overwrite` is not said, or where
 * the file is no sound backup.
 */
export function restore(
  folder: string,
  file: string,
  overwrite: boolean,
  now: number = Date.now()
): string | null {
  if (!existsSync(file)) throw new StartFault(`没有找到备份文件 ${file}。`);
  checkDatabase(file);
  return whileNotInUse(folder, () => {
    const target = join(folder, DATABASE);
    const present = existsSync(target);
    if (present && !overwrite) {
      throw new StartFault(
        `数据文件夹 ${folder} 里已有数据。要用备份代替它，请加 --overwrite，原有数据会改名保留。`
      );
    }
    // The copy may fail, for want of space; nothing has been touched then.
    const copied = `${target}.unfinished`;
    try {
      copyFileSync(file, copied);
      checkDatabase(copied);
    } catch (error) {
      rmSync(copied, { force: true });
      if (error instanceof StartFault) throw error;
      throw new StartFault(`不能恢复到 ${folder}（${(error as Error).message}）。`);
    }
    const aside = join(folder, `replaced-${stamp(now)}.sqlite`);
    for (const part of PARTS) {
      if (existsSync(target + part)) renameSync(target + part, aside + part);
    }
    renameSync(copied, target);
    return present ? aside : null;
  });
}

function stamp(now: number): string {
  return new Date(now).toISOString().replace(/\D/g, '').slice(0, 17);
}
