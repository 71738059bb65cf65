import type { Sheet } from './workbook.ts';

/** The two parts of a 部门预算绩效文本, as the paths of sheets name them. */
export const PART_ONE = '第一部分 部门整体绩效目标';
export const PART_TWO = '第二部分 预算项目绩效目标';

/** The prose sections that every paper has in part one. */
export const PROSE_SECTIONS: readonly { readonly number: string; readonly title: string }[] = [
  { number: '一、', title: '总体绩效目标' },
  { number: '二、', title: '分项绩效目标' },
  { number: '三、', title: '工作保障措施' }
];

/** Whether sheets make a whole 部门预算绩效文本, and not a few tables by themselves: part one is all there. */
export function isWholePaper(sheets: readonly Sheet[]): boolean {
  const titles = new Set(sheets.filter(({ kind }) => kind === 'text').map(({ title }) => title));
  return PROSE_SECTIONS.every(({ title }) => titles.has(title));
}
