import type { ColumnFilter, FilterCondition } from '#lib/model/grid-view.ts';
import { halfWidth } from '#lib/model/decimal.ts';
import { numberIn } from './sort-rank.ts';

/** The text that a filter lists and compares; blank cells are all alike. */
export function filterText(text: string): string {
  return text.trim();
}

/** A test whether a filter shows a text. A condition without a readable number shows everything. */
export function passesOf({ only, condition }: ColumnFilter): (text: string) => boolean {
  const ticked = only && new Set(only);
  const meets = condition ? conditionOf(condition) : () => true;
  return (text) => {
    const plain = filterText(text);
    return (ticked === null || ticked.has(plain)) && meets(plain);
  };
}

function conditionOf(condition: FilterCondition): (text: string) => boolean {
  if (condition.is === 'contains') {
    const part = folded(condition.text.trim());
    return (text) => folded(text).includes(part);
  }
  const { from, to } =
    condition.is === 'between' ? condition : { from: condition.text, to: condition.text };
  const low = numberIn(from.trim());
  const high = numberIn(to.trim());
  if (low === null || high === null) return () => true;
  return (text) => {
    const number = numberIn(text);
    if (number === null) return false;
    if (condition.is === 'greater') return number > low;
    if (condition.is === 'less') return number < low;
    return number >= Math.min(low, high) && number <= Math.max(low, high);
  };
}

function folded(text: string): string {
  return halfWidth(text).toLowerCase();
}
