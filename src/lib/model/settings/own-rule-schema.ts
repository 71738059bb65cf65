import * as v from 'valibot';
import { ID_PATTERN } from '../ids.ts';
import { MOST_OWN_RULES, type OwnRule } from './own-rule.ts';
import type { ChosenSeverity } from './severities.ts';

const key = v.pipe(v.string(), v.regex(ID_PATTERN));
const line = v.pipe(v.string(), v.maxLength(200));
const written = v.pipe(line, v.regex(/\S/));

const item = v.object({ at: v.picklist(['column', 'field']), id: key });

const quantity = v.variant('of', [
  v.object({
    of: v.literal('number'),
    number: v.pipe(v.string(), v.maxLength(40), v.regex(/^[+-]?\d+(\.\d+)?$/))
  }),
  v.object({ of: v.literal('item'), item }),
  v.object({ of: v.literal('column'), column: key }),
  v.object({
    of: v.literal('items'),
    items: v.pipe(v.array(item), v.minLength(1), v.maxLength(20))
  })
]);

const condition = v.variant('is', [
  v.object({ is: v.picklist(['empty', 'filled']) }),
  v.object({
    is: v.picklist(['same', 'other', 'contains', 'lacks', 'begins', 'ends', 'like', 'unlike']),
    text: written
  }),
  v.object({ is: v.picklist(['=', '≠', '<', '≤', '>', '≥']), than: quantity }),
  v.object({
    is: v.picklist(['before', 'after']),
    date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.isoDate())
  })
]);

/** An own rule, as foreign data must be shaped. */
export const ownRule = v.object({
  id: v.pipe(key, v.maxLength(24)),
  name: v.pipe(written, v.maxLength(60)),
  active: v.boolean(),
  where: v.object({
    kind: v.picklist(['project', 'brief', 'disclosure', 'text', 'free']),
    form: line,
    title: line
  }),
  item,
  condition,
  severity: v.picklist(['error', 'warning', 'info']),
  message: v.pipe(v.string(), v.maxLength(500), v.regex(/\S/))
});

/** The own rules of a workbook, each with an id of its own. */
export const ownRules = v.pipe(
  v.array(ownRule),
  v.maxLength(MOST_OWN_RULES),
  v.check((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'an id twice')
);

const severity = v.picklist(['error', 'warning', 'info', 'off']);

/** The severities that a workbook sets for itself; the keys are those of `severityKey`. */
export const severities = v.pipe(
  v.record(v.pipe(v.string(), v.nonEmpty(), v.maxLength(80)), severity),
  v.maxEntries(1000)
);

/** Whether a text names a severity that a workbook may set. */
export function isChosenSeverity(text: string): text is ChosenSeverity {
  return v.is(severity, text);
}

/** Reads an own rule from foreign data; null where it is none. */
export function readOwnRule(data: unknown): OwnRule | null {
  const result = v.safeParse(ownRule, data);
  return result.success ? result.output : null;
}
