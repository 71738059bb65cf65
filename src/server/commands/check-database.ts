import { DatabaseSync } from 'node:sqlite';
import { StartFault } from '../fault.ts';
import { SCHEMA_VERSION, schemaVersion } from '../store.ts';

const TABLES = ['document', 'journal', 'link', 'owner'];

/**
 * Reads a whole database and makes sure that it is undamaged and one of this program's.
 *
 * @throws StartFault where it is not.
 */
export function checkDatabase(file: string): void {
  const fault = faultOf(file);
  if (fault !== null) throw new StartFault(`${file} ${fault}`);
}

function faultOf(file: string): string | null {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      const check = database.prepare('PRAGMA integrity_check').get()?.integrity_check;
      if (check !== 'ok') return '已经损坏，不能使用。';
      if (schemaVersion(database) > SCHEMA_VERSION) return '由更新的版本写入，请更新绩表后再用。';
      const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
      const has = (name: string) => tables.some((table) => table.name === name);
      return TABLES.every(has) ? null : '不是绩表的备份。';
    } finally {
      database.close();
    }
  } catch {
    return '不是绩表的备份，或者已经损坏。';
  }
}
