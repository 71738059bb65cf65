import { newId, type IdSource } from '#lib/model/ids.ts';
import type { Note } from '#lib/model/note.ts';
import { readWorkbook } from '#lib/model/schema.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { decodeText } from './decode.ts';
import { isPackedFormat } from './file-format.ts';
import { MAX_LENGTH, refuse, refuseSize, type Refusal } from './refusal.ts';
import { splitLines } from './text/lines.ts';
import { readPaper } from './text/paper.ts';

/** What came of an import: a workbook with notes, or a refusal in one sentence. */
export type ImportResult =
  | {
      readonly ok: true;
      readonly workbook: Workbook;
      /** In the order of their lines. */
      readonly notes: readonly Note[];
      /** The text whose lines the notes count, ended by LF; empty where the file has no such lines. */
      readonly source: string;
    }
  | Refusal;

export interface ImportOptions {
  /** Names the workbook where the paper does not. */
  readonly fileName?: string;
  /** Where the ids of sheets and rows come from. */
  readonly ids?: IdSource;
}

/**
 * Imports a paper from its text, as read from a file or pasted: a whole paper, or a single project
 * table. Never throws for what the text holds.
 */
export function importText(text: string, options: ImportOptions = {}): ImportResult {
  if (text.length > MAX_LENGTH) return refuse('too-large');
  if (text.trim() === '') return refuse('empty');
  const lines = splitLines(text);
  const title = options.fileName?.replace(/\.[^.]*$/, '');
  const { workbook, notes } = readPaper(lines, options.ids ?? newId, title);
  if (workbook.sheets.length === 0) return refuse('no-paper');
  return { ok: true, workbook, notes, source: lines.map(({ text }) => text).join('\n') };
}

/**
 * Imports a file by its bytes: text in UTF-8, UTF-16 with a byte order mark or GB18030, or a workbook
 * as `.json`. Never throws for what the file holds.
 */
export function importFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  options: Omit<ImportOptions, 'fileName'> = {}
): ImportResult {
  const { name, bytes } = file;
  const tooLarge = refuseSize(bytes.length);
  if (tooLarge) return tooLarge;
  if (bytes.length === 0) return refuse('empty');
  if (isPackedFormat(bytes)) return refuse('unsupported');
  const text = decodeText(bytes);
  if (text === null) return refuse('binary');
  return /\.json$/i.test(name)
    ? importJson(text)
    : importText(text, { ...options, fileName: name });
}

function importJson(text: string): ImportResult {
  const result = readWorkbook(parseJson(text));
  return 'workbook' in result
    ? { ok: true, workbook: result.workbook, notes: [], source: '' }
    : refuse('damaged');
}

/** The value a JSON text stands for; undefined, which is no workbook, where it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
