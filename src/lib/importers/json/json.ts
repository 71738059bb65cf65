import { readWorkbook } from '#lib/model/schema.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { decodeText } from '../text/decode.ts';

/** Reads a workbook from its plain value as JSON, ids and all. */
export function readJson(bytes: Uint8Array): { readonly workbook: Workbook } | Refusal {
  const result = readWorkbook(parse(decodeText(bytes) ?? ''));
  return 'workbook' in result ? result : refuse('damaged');
}

/** The value a JSON text stands for; undefined, which is no workbook, where it is no JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
