import { readWorkbook } from '#lib/model/schema.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { pack, unpack } from '#lib/sync/package/compression.ts';

/** A workbook as few bytes: its JSON as gzip. */
export function packWorkbook(workbook: Workbook): Promise<Uint8Array> {
  return pack(new TextEncoder().encode(JSON.stringify(workbook)));
}

/** The workbook that was packed; null where the bytes hold none, as after a foreign hand. */
export async function unpackWorkbook(bytes: Uint8Array): Promise<Workbook | null> {
  try {
    const read = readWorkbook(JSON.parse(new TextDecoder().decode(await unpack(bytes))));
    return 'workbook' in read ? read.workbook : null;
  } catch {
    return null;
  }
}
