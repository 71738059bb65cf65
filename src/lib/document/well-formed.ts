/** Halves of characters that stand alone, as where a text was cut in the middle of one. */
const HALVES = /\p{Surrogate}/gu;

const REPLACEMENT = '\ufffd';

/**
 * Plain data without halves of characters, each replaced by U+FFFD; the same data where there are none.
 * Halves do not travel, so that everybody else would read another text, and comparing texts with them may
 * never end.
 */
export function wellFormed<Value>(value: Value): Value {
  return mended(value) as Value;
}

function mended(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.search(HALVES) < 0 ? value : value.replace(HALVES, REPLACEMENT);
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const changed = entries.flatMap(([name, one]) => {
    const whole = mended(one);
    return whole === one ? [] : [[name, whole] as const];
  });
  if (changed.length === 0) return value;
  return Array.isArray(value)
    ? Object.assign([...(value as readonly unknown[])], Object.fromEntries(changed))
    : { ...value, ...Object.fromEntries(changed) };
}
