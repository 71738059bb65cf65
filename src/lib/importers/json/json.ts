import type { Note } from '#lib/model/note.ts';
import { readWorkbook } from '#lib/model/schema.ts';
import { leftOutOf } from '#lib/model/settings/read-settings.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { decodeText } from '../text/decode.ts';

/** A workbook with a note for each of its settings that this version cannot read. */
export interface ReadJson {
  readonly workbook: Workbook;
  readonly notes: readonly Note[];
}

/** Reads a workbook from its plain value as JSON, ids and all. */
export function readJson(bytes: Uint8Array): ReadJson | Refusal {
  const data = parse(decodeText(bytes) ?? '');
  const result = readWorkbook(data);
  if (!('workbook' in result)) return refuse('damaged');
  const notes = leftOutOf(data).map((sentence): Note => {
    return { kind: 'unplaced', line: 1, text: `没有读入：${sentence}`, place: {} };
  });
  return { workbook: result.workbook, notes };
}

/** The value a JSON text stands for; undefined, which is no workbook, where it is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
