import * as v from 'valibot';
import { ID_PATTERN, WORKBOOK_ID_PATTERN } from './ids.ts';
import type { Workbook } from './workbook.ts';

const id = v.pipe(v.string(), v.regex(ID_PATTERN));
const texts = v.record(v.string(), v.string());

const place = v.object({
  sheet: v.optional(id),
  row: v.optional(id),
  column: v.optional(id),
  field: v.optional(id),
  range: v.optional(v.tuple([v.number(), v.number()]))
});

const row = v.object({ id, cells: texts });

const sheet = v.object({
  id,
  kind: v.picklist(['project', 'brief', 'disclosure', 'text', 'free']),
  form: v.string(),
  title: v.string(),
  number: v.string(),
  path: v.array(v.string()),
  fields: texts,
  columns: v.array(v.object({ id, title: v.string() })),
  rows: v.array(row),
  note: v.string()
});

const waiver = v.object({
  id,
  code: v.string(),
  place,
  was: v.string(),
  reason: v.string(),
  by: v.string(),
  at: v.string()
});

const workbook = v.object({
  format: v.literal('jibiao-workbook'),
  version: v.literal(1),
  id: v.pipe(v.string(), v.regex(WORKBOOK_ID_PATTERN)),
  title: v.string(),
  year: v.nullable(v.pipe(v.number(), v.integer())),
  region: v.string(),
  department: v.string(),
  form: v.picklist(['2015', '2021']),
  sheets: v.array(sheet),
  waivers: v.array(waiver),
  settings: v.object({
    severities: v.record(v.string(), v.picklist(['error', 'warning', 'info', 'off'])),
    rules: v.array(v.unknown())
  })
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
