import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { exportDocx } from '#lib/exporters/docx/docx.ts';
import { importFile, type ImportResult } from '#lib/importers/import.ts';
import { countingIds } from '#lib/model/ids.ts';
import type { Workbook } from '#lib/model/workbook.ts';

type Imported = Extract<ImportResult, { ok: true }>;

/** What is read from a Word file; new ids are counted. */
export async function imported(bytes: Uint8Array): Promise<Imported> {
  const result = await importFile({ name: '绩效文本.docx', bytes }, { ids: countingIds('new') });
  if (!result.ok) throw new Error(result.sentence);
  return result;
}

/** A file with its document changed as a person would change it in Word. */
export function edited(workbook: Workbook, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(exportDocx(workbook));
  const before = strFromU8(parts['word/document.xml']!);
  const after = edit(before);
  if (after === before) throw new Error('the edit found nothing to change');
  return zipSync({ ...parts, 'word/document.xml': strToU8(after) });
}

/** The ids of a sheet's rows. */
export const rowIds = ({ sheets }: Workbook, sheet: string) =>
  sheets.find(({ id }) => id === sheet)!.rows.map(({ id }) => id);

/** The row of a document in which a text stands, as XML. */
export const rowWith = (xml: string, text: string) =>
  xml.match(/<w:tr>.*?<\/w:tr>/gs)!.find((row) => row.includes(text))!;
