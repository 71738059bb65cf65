import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartFault } from './fault.ts';

const FILE = 'running.sqlite';

/**
 * Marks a data folder as in use until the returned function is called or the process ends, however
 * it ends: the mark is a lock of the system. Several servers may share a folder.
 *
 * @throws StartFault while the folder is being restored.
 */
export function markInUse(folder: string): () => void {
  const lock = openLock(folder);
  try {
    lock.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
    return () => lock.close();
  } catch {
    lock.close();
    throw new StartFault(`数据文件夹 ${folder} 正在恢复备份，请在恢复完成后再启动。`);
  }
}

/**
 * Runs `work` while no server uses a data folder, and none can begin to.
 *
 * @throws StartFault where one does.
 */
export function whileNotInUse<T>(folder: string, work: () => T): T {
  mkdirSync(folder, { recursive: true });
  const lock = openLock(folder);
  try {
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch {
      throw new StartFault(`绩表服务正在使用数据文件夹 ${folder}，请先停止服务。`);
    }
    return work();
  } finally {
    lock.close();
  }
}

function openLock(folder: string): DatabaseSync {
  return new DatabaseSync(join(folder, FILE), { timeout: 0 });
}
