import { labelWords } from '../cleaning/layout-spaces.ts';

/** The field that the text below a label goes to; null where the label only groups others. */
export type BriefLabel = { readonly field: string | null };

/** The labels inside a 项目绩效目标指标的说明, whatever numbers them. */
const LABELS: readonly (readonly [words: RegExp, field: string | null])[] = [
  [/^项目(?:基本)?情况$/, null],
  [/^绩效目标(?:和|及)指标设置情况$/, null],
  [/^(?:项目)?概况$/, 'overview'],
  [/^资金安排(?:情况)?$/, 'funds'],
  [/^(?:项目)?绩效目标$/, 'goals'],
  [/^(?:项目)?绩效指标$/, 'indicators'],
  [/^评价标准$/, 'criteria']
];

const NUMBER = /^(?:\([一二三四五六七八九十]{1,2}\)|[一二三四五六七八九十]{1,2}[、.．])/;

/** Longer lines are no labels. */
const LABEL_LENGTH = 30;

/** The label that a line is, such as （二）资金安排情况; null where it is none. */
export function briefLabelOf(text: string): BriefLabel | null {
  if (text.length > LABEL_LENGTH) return null;
  const words = labelWords(text);
  const number = NUMBER.exec(words)?.[0];
  if (number === undefined) return null;
  const title = words.slice(number.length).replace(/:$/, '');
  const found = LABELS.find(([pattern]) => pattern.test(title));
  return found ? { field: found[1] } : null;
}
