import * as v from 'valibot';
import { ID_PATTERN } from '../ids.ts';
import type { OwnRule } from './own-rule.ts';
import type { ChosenSeverity } from './severities.ts';

const key = v.pipe(v.string(), v.regex(ID_PATTERN));
const line = v.pipe(v.string(), v.maxLength(200));
const written = v.pipe(line, v.regex(/\S/));

const item = v.strictObject({ at: v.picklist(['column', 'field']), id: key });

const quantity = v.variant('of', [
  v.strictObject({
    of: v.literal('number'),
    number: v.pipe(v.string(), v.maxLength(40), v.regex(/^[+-]?\d+(\.\d+)?$/))
  }),
  v.strictObject({ of: v.literal('item'), item }),
  v.strictObject({ of: v.literal('column'), column: key }),
  v.strictObject({
    of: v.literal('items'),
    items: v.pipe(v.array(item), v.minLength(1), v.maxLength(20))
  })
]);

const condition = v.variant('is', [
  v.strictObject({ is: v.picklist(['empty', 'filled']) }),
  v.strictObject({
    is: v.picklist(['same', 'other', 'contains', 'lacks', 'begins', 'ends', 'like', 'unlike']),
    text: written
  }),
  v.strictObject({ is: v.picklist(['=', '≠', '<', '≤', '>', '≥']), than: quantity }),
  v.strictObject({
    is: v.picklist(['before', 'after']),
    date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.isoDate())
  })
]);

/**
 * An own rule, as foreign data must be shaped. With more in it than this version knows, as a later one
 * may write it, it is none: it would find something else than what it is meant to.
 */
export const ownRule = v.strictObject({
  id: v.pipe(key, v.maxLength(24)),
  name: v.pipe(written, v.maxLength(60)),
  active: v.boolean(),
  where: v.strictObject({
    kind: v.picklist(['project', 'brief', 'disclosure', 'text', 'free']),
    form: line,
    title: line
  }),
  item,
  condition,
  severity: v.picklist(['error', 'warning', 'info']),
  message: v.pipe(v.string(), v.maxLength(500), v.regex(/\S/))
});

const severity = v.picklist(['error', 'warning', 'info', 'off']);

const severityKey = v.pipe(v.string(), v.nonEmpty(), v.maxLength(80));

/** Whether a text can be a key of the severities that a workbook sets, as `severityKey` makes them. */
export function isSeverityKey(text: string): boolean {
  return v.is(severityKey, text);
}

/** Whether a value names a severity that a workbook may set. */
export function isChosenSeverity(value: unknown): value is ChosenSeverity {
  return v.is(severity, value);
}

/** Reads an own rule from foreign data; null where it is none. */
export function readOwnRule(data: unknown): OwnRule | null {
  const result = v.safeParse(ownRule, data);
  return result.success ? result.output : null;
}
