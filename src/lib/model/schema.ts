import * as v from 'valibot';
import { isProse } from './fields.ts';
import { ID_PATTERN, WORKBOOK_ID_PATTERN } from './ids.ts';
import { LONGEST_PROSE, LONGEST_TEXT } from './text-limits.ts';
import type { Workbook } from './workbook.ts';

/** The shared document keeps under this id what belongs to the whole workbook. */
const RESERVED_ID = 'w';

const key = v.pipe(v.string(), v.regex(ID_PATTERN));
const id = v.pipe(key, v.notValue(RESERVED_ID));
const text = v.pipe(v.string(), v.maxBytes(LONGEST_TEXT, 'longer than 32 KiB'));
const prose = v.pipe(v.string(), v.maxBytes(LONGEST_PROSE, 'longer than 1 MiB'));

const place = v.object({
  sheet: v.optional(id),
  row: v.optional(id),
  column: v.optional(key),
  field: v.optional(key),
  range: v.optional(v.tuple([v.number(), v.number()]))
});

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

const waiver = v.object({
  id,
  code: v.string(),
  place,
  was: prose,
  reason: text,
  by: text,
  at: text
});

const workbook = v.object({
  format: v.literal('jibiao-workbook'),
  version: v.literal(1),
  id: v.pipe(v.string(), v.regex(WORKBOOK_ID_PATTERN)),
  title: text,
  year: v.nullable(v.pipe(v.number(), v.integer())),
  region: v.pipe(v.string(), v.regex(/^(\d{6})?$/)),
  department: text,
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
