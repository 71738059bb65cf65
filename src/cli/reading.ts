import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { importFile, type ImportResult } from '#lib/importers/import.ts';
import { refuseSize } from '#lib/importers/refusal.ts';
import type { IdSource } from '#lib/model/ids.ts';

/** What came of reading a file: what its importer says, or one sentence why it cannot be read. */
export type Reading =
  Extract<ImportResult, { readonly ok: true }> | { readonly ok: false; readonly sentence: string };

/** Reads a paper or a workbook from a file. Never rejects for what the disk or the file holds. */
export async function readPaper(path: string, ids?: IdSource): Promise<Reading> {
  try {
    const { size } = await stat(path);
    const bytes = refuseSize(size) ?? new Uint8Array(await readFile(path));
    if (!(bytes instanceof Uint8Array)) return bytes;
    const options = { formulas: 'results', ...(ids && { ids }) } as const;
    return await importFile({ name: basename(path), bytes }, options);
  } catch (error) {
    return { ok: false, sentence: sentenceOf(error) };
  }
}

/** What a failure of the file system means to the person. */
export function sentenceOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return '没有这个文件或文件夹。';
    case 'EISDIR':
      return '这是一个文件夹。';
    case 'EACCES':
    case 'EPERM':
      return '没有读写权限。';
    case 'ENOSPC':
      return '磁盘已满。';
    default:
      return `无法读写：${error instanceof Error ? error.message : String(error)}`;
  }
}
