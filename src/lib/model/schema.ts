import * as v from 'valibot';
import { isProse } from './fields.ts';
import { WORKBOOK_ID_PATTERN } from './ids.ts';
import { settingsInFile } from './settings/read-settings.ts';
import { id, key, prose, text, waiver } from './waiver-schema.ts';
import type { Workbook } from './workbook.ts';

const row = v.object({ id, cells: v.record(key, text) });

const sheet = v.pipe(
  v.object({
    id,
    kind: v.picklist(['project', 'brief', 'disclosure', 'text', 'free']),
    form: text,
    title: text,
    number: text,
    path: v.array(text),
    fields: v.record(key, prose),
    columns: v.array(v.object({ id: key, title: text })),
    rows: v.array(row),
    note: text
  }),
  v.check(
    ({ kind, fields }) =>
      Object.entries(fields).every(([field, value]) => isProse(kind, field) || v.is(text, value)),
    'a field of one line is longer than 32 KiB'
  )
);

const workbook = v.object({
  format: v.literal('jibiao-workbook'),
  version: v.literal(1),
  id: v.pipe(v.string(), v.regex(WORKBOOK_ID_PATTERN)),
  title: text,
  year: v.nullable(v.pipe(v.number(), v.integer())),
  region: v.pipe(v.string(), v.regex(/^(\d{6})?$/)),
  department: text,
  // Workbooks of before have neither.
  cover: v.optional(text, ''),
  contents: v.optional(v.nullable(prose), null),
  form: v.picklist(['2015', '2021', 'local']),
  sheets: v.array(sheet),
  waivers: v.array(waiver),
  settings: settingsInFile
});

/**
 * Reads the plain value from foreign data, such as a parsed `.json` file.
 * Where it is no workbook, `fault` says where and why, in English, for a log or the command line.
 */
export function readWorkbook(
  data: unknown
): { readonly workbook: Workbook } | { readonly fault: string } {
  const result = v.safeParse(workbook, data);
  if (!result.success) {
    const [issue] = result.issues;
    return { fault: `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}` };
  }
  const ids = result.output.sheets.flatMap(({ id, rows }) => [id, ...rows.map((row) => row.id)]);
  const seen = new Set<string>();
  const repeated = ids.find((id) => seen.size === seen.add(id).size);
  if (repeated !== undefined) return { fault: `the id ${repeated} stands more than once` };
  return { workbook: result.output };
}
