import * as v from 'valibot';
import { ID_PATTERN, WORKBOOK_ID_PATTERN } from './ids.ts';
import { settingsInFile } from './settings/read-settings.ts';
import type { Skeleton } from './skeleton.ts';

const key = v.pipe(v.string(), v.regex(ID_PATTERN));
const text = v.pipe(v.string(), v.maxBytes(32 * 1024));
const length = v.pipe(v.number(), v.integer(), v.minValue(0));

/** More than a sheet of any paper has. */
const MOST_COLUMNS = 1000;

const place = v.object({
  sheet: v.optional(key),
  row: v.optional(key),
  column: v.optional(key),
  field: v.optional(key),
  range: v.optional(v.tuple([v.number(), v.number()]))
});

const skeleton = v.object({
  version: v.literal(1),
  id: v.pipe(v.string(), v.regex(WORKBOOK_ID_PATTERN)),
  year: v.nullable(v.pipe(v.number(), v.integer())),
  region: v.pipe(v.string(), v.regex(/^(\d{6})?$/)),
  form: v.picklist(['2015', '2021', 'local']),
  settings: settingsInFile,
  waivers: v.array(
    v.object({ id: key, code: text, place, was: text, reason: text, by: text, at: text })
  ),
  sheets: v.array(
    v.object({
      id: key,
      anchor: v.pipe(text, v.nonEmpty()),
      kind: v.picklist(['project', 'brief', 'disclosure', 'text', 'free']),
      form: text,
      number: text,
      path: v.optional(v.array(text)),
      fields: v.record(key, length),
      note: length,
      columns: v.pipe(
        v.array(v.object({ id: key, title: v.optional(text) })),
        v.maxLength(MOST_COLUMNS)
      ),
      rows: v.array(v.tuple([key, text])),
      wholeLines: v.optional(v.array(v.tuple([key, key])))
    })
  ),
  title: v.optional(text),
  department: v.optional(text),
  coverLines: v.optional(length)
});

/** Reads a skeleton from the JSON text that a file carries; null where it is none, or repeats an id. */
export function readSkeleton(json: string): Skeleton | null {
  const result = v.safeParse(skeleton, parse(json));
  if (!result.success) return null;
  const { sheets } = result.output;
  const ids = sheets.flatMap(({ id, rows }) => [id, ...rows.map(([row]) => row)]);
  const anchors = sheets.map(({ anchor }) => anchor);
  const repeats = new Set(ids).size < ids.length || new Set(anchors).size < anchors.length;
  return repeats ? null : result.output;
}

/** The value a JSON text stands for; undefined, which is no skeleton, where it is no JSON. */
function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
