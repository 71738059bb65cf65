import { labelWords } from '../cleaning/layout-spaces.ts';

/** The words that label a value in the header block, and the field they label. */
const LABELS: readonly (readonly [words: RegExp, field: string])[] = [
  [/^项目编码:?$/, 'projectCode'],
  [/^项目名称:?$/, 'projectName'],
  [/^预算数:?$/, 'budget'],
  [/^(?:其中:)?财政资金:?$/, 'fiscalFunds'],
  [/^其他资金:?$/, 'otherFunds'],
  [/^(?:项目)?绩效目标:?$/, 'goal'],
  [/^资金用途:?$/, 'usage']
];

/** The dates of the spending plan, printed above their values. */
const PLAN_DATES: ReadonlyMap<string, string> = new Map([
  ['3月底', 'planMarch'],
  ['6月底', 'planJune'],
  ['10月底', 'planOctober'],
  ['12月底', 'planDecember']
]);

/** Labels of a whole row, which stand for no value of their own. */
const ROW_LABELS = [/^预算规模及资金用途:?$/, /^资金支出计划(?:\(%\))?:?$/];

/** The field that a label names; null where the text is no label. */
export function labelledField(text: string): string | null {
  const words = labelWords(text);
  return LABELS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** The plan field that a date heads; null where the text is no such date. */
export function planField(text: string): string | null {
  return PLAN_DATES.get(labelWords(text)) ?? null;
}

/** Whether the text labels a whole row: 预算规模及资金用途, 资金支出计划（%）. */
export function isRowLabel(text: string): boolean {
  const words = labelWords(text);
  return ROW_LABELS.some((pattern) => pattern.test(words));
}
