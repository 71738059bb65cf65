import { newId, type IdSource } from '#lib/model/ids.ts';
import type { Note } from '#lib/model/note.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { formatOf, isMisnamed } from './formats.ts';
import { readCarried } from './carried/carried.ts';
import { noteMissingResults } from './formulas/formula-notes.ts';
import { takeFormulas } from './formulas/take-formulas.ts';
import { isBlank } from './paper/lines.ts';
import { readPaper } from './paper/paper.ts';
import { MAX_LENGTH, refuse, refuseSize, type Refusal } from './refusal.ts';
import type { Source } from './source.ts';
import { readText } from './text/text.ts';

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
  /** What of the formulas of a spreadsheet is taken; their results, where nobody calculates them later. */
  readonly formulas?: 'formulas' | 'results';
}

/**
 * Imports a paper from its text, as read from a file or pasted: a whole paper, or a single project
 * table. Never throws for what the text holds.
 */
export function importText(text: string, options: ImportOptions = {}): ImportResult {
  if (text.length > MAX_LENGTH) return refuse('too-large');
  return importSource(readText(text), options);
}

/**
 * Imports what was pasted, as the clipboard offers it: as text, and as HTML, which may be empty. HTML
 * with a table is taken where it holds at least as much. Never rejects for what is in them.
 */
export async function importPaste(
  { text, html }: { readonly text: string; readonly html: string },
  options: ImportOptions = {}
): Promise<ImportResult> {
  if (html === '' || html.length > MAX_LENGTH) return importText(text, options);
  const { readHtml } = await import('./html/html.ts');
  const source = readHtml(html);
  if (text !== '' && !source.lines.some(({ row }) => row)) return importText(text, options);
  const fromHtml = importSource(source, options);
  const fromText = importText(text, options);
  return amountIn(fromHtml) >= amountIn(fromText) ? fromHtml : fromText;
}

/** How many cells and fields have a text. */
function amountIn(result: ImportResult): number {
  if (!result.ok) return 0;
  const texts = result.workbook.sheets.flatMap(({ fields, rows }) => [
    ...Object.values(fields),
    ...rows.flatMap(({ cells }) => Object.values(cells))
  ]);
  return texts.filter((text) => text !== '').length;
}

/**
 * Imports a file by its bytes, in any of the formats of `formats.ts`; its content decides and not its
 * name, which may lie. Never rejects for what the file holds.
 */
export async function importFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  options: Omit<ImportOptions, 'fileName'> = {}
): Promise<ImportResult> {
  const { name, bytes } = file;
  const tooLarge = refuseSize(bytes.length);
  if (tooLarge) return tooLarge;
  if (bytes.length === 0) return refuse('empty');
  const ending = /\.([^.]*)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const format = formatOf(bytes, ending);
  const read = await format.read(bytes);
  const misnamed = isMisnamed(ending, format);
  if ('reason' in read) return misnamed && read.reason === 'binary' ? refuse('wrong-ending') : read;
  if ('workbook' in read) return { ok: true, ...read, source: '' };
  if (!misnamed) return importSource(read, { ...options, fileName: name });
  const text = `文件的扩展名是 .${ending}，内容是${format.label}，已按内容读取。`;
  const notes = [{ kind: 'recognised', line: 1, text, place: {} } as const, ...read.notes];
  const result = importSource({ ...read, notes }, { ...options, fileName: name });
  return result.ok ? result : refuse('wrong-ending');
}

function importSource(
  { lines, notes, carried, calculations }: Source,
  options: ImportOptions
): ImportResult {
  const { ids = newId, fileName, formulas = 'formulas' } = options;
  // A program that keeps the part but not the anchors leaves a paper like any other.
  const skeleton = lines.some(({ begins }) => begins !== undefined) ? carried : undefined;
  if (!skeleton && lines.every(isBlank)) return refuse('empty');
  const paper = skeleton
    ? readCarried(lines, skeleton, ids)
    : readPaper(lines, ids, fileName?.replace(/\.[^.]*$/, ''));
  if (!skeleton && paper.workbook.sheets.length === 0) return refuse('no-paper');
  const calculated =
    calculations &&
    (formulas === 'formulas'
      ? takeFormulas(paper.workbook, paper.origins, calculations, skeleton)
      : { workbook: paper.workbook, notes: noteMissingResults(calculations) });
  return {
    ok: true,
    workbook: calculated?.workbook ?? paper.workbook,
    notes: [...notes, ...paper.notes, ...(calculated?.notes ?? [])].sort((a, b) => a.line - b.line),
    source: lines.map(({ text }) => text).join('\n')
  };
}
