import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartFault } from './fault.ts';

/** What each version of the schema adds to the one before. A version that has shipped never changes. */
const MIGRATIONS = [
  `CREATE TABLE document (
     name TEXT PRIMARY KEY, state BLOB NOT NULL, stored INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE journal (
     seq INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, bytes BLOB NOT NULL, added INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX journal_by_name ON journal (name, seq);
   CREATE TABLE owner (
     workbook TEXT PRIMARY KEY, hash TEXT NOT NULL, claimed INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE link (
     id TEXT PRIMARY KEY, workbook TEXT NOT NULL, role TEXT NOT NULL, hash TEXT NOT NULL,
     label TEXT NOT NULL, created INTEGER NOT NULL, expires INTEGER, revoked INTEGER, lastUsed INTEGER
   ) STRICT;
   CREATE INDEX link_by_workbook ON link (workbook, created);`,
  `CREATE INDEX link_by_hash ON link (hash);
   CREATE INDEX owner_by_hash ON owner (hash);`
];

/** The file of the database in a data folder; SQLite keeps two more beside it while it is open. */
export const DATABASE = 'jibiao.sqlite';

const PAGE = 4096;
const MEBIBYTE = 1024 * 1024;

/**
 * Opens the database in a folder, makes both where they are missing, and brings the schema up to
 * date. A committed write is on the disk (WAL with a full flush), which is what 已同步 means.
 * Times in it are milliseconds since 1970. `limit` is the size in MiB at which it takes no more, as
 * a full disk would not.
 *
 * @throws StartFault where the folder cannot be written, or a newer version has used it.
 */
export function openStore(folder: string, limit: number | null = null): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true });
    const database = new DatabaseSync(join(folder, DATABASE), { timeout: 5000 });
    database.exec(
      `PRAGMA page_size = ${PAGE}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;`
    );
    if (limit !== null) database.exec(`PRAGMA max_page_count = ${(limit * MEBIBYTE) / PAGE}`);
    migrate(database, folder);
    return database;
  } catch (error) {
    if (error instanceof StartFault) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartFault(
      `数据文件夹 ${folder} 不能写入（${reason}）。请检查权限和磁盘，或用 JIBIAO_DATA 另指一个文件夹。`
    );
  }
}

/** Runs `work` as one transaction: all of it is kept, or, where it throws, nothing. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** The version of the schema that this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

function migrate(database: DatabaseSync, folder: string): void {
  inTransaction(database, () => {
    const version = schemaVersion(database);
    if (version > SCHEMA_VERSION) {
      throw new StartFault(`数据文件夹 ${folder} 由更新的版本写入，请更新绩表后再启动。`);
    }
    for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
  });
}

/** The version of the schema that a database has; 0 where it has none. */
export function schemaVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version);
}
