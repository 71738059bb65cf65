import { findSheet, cellText, fieldText } from '#lib/model/workbook.ts';
import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import type { View } from '#lib/workspace/view.svelte.ts';
import { typedWhile } from './early-typing.ts';

/** The longest text of a cell that is proposed to be looked for. */
const PROPOSED = 40;

/** Opens 查找, or 替换, with the last words or those of the cell that one is in. */
export async function openFinder(
  opened: OpenWorkbook,
  view: View,
  notices: Notices,
  replacing: boolean
): Promise<void> {
  if (replacing && !opened.editable) notices.say(refusal(opened));
  const withReplacing = replacing && opened.editable;
  if (view.finder?.shown) return view.finder.show(withReplacing, true);
  const selection = selectedWords();
  const loading = Promise.all([finderOf(opened, view), import('./FindBar.svelte')]);
  const [finder] = await typedWhile(loading, '查找内容');
  const proposed = selection || (finder.words === '' ? textHere(opened, view) : '');
  if (proposed !== '') finder.words = await literal(proposed);
  finder.show(withReplacing, true);
}

/** Opens 定位. */
export async function openGoTo(view: View): Promise<void> {
  await typedWhile(import('./GoToDialog.svelte'), '定位到');
  view.goingTo = true;
}

/** F3: goes to the next match, or the one before; asks for words where there are none. */
export async function findNext(
  opened: OpenWorkbook,
  view: View,
  notices: Notices,
  by: 1 | -1
): Promise<void> {
  const finder = await finderOf(opened, view);
  if (finder.words === '') return openFinder(opened, view, notices, false);
  if (!finder.shown) finder.show(false, false);
  const inBar = document.activeElement?.closest('[data-find]') !== null;
  if (!(await finder.step(by, !inBar))) notices.say(`没有找到“${finder.words}”`);
}

/** Why nothing can be replaced. */
export function refusal(opened: OpenWorkbook): string {
  if (opened.review.steps.locked) return '这份工作簿已审定锁定，不能替换';
  return '这份工作簿现在只能查看，不能替换';
}

async function finderOf(opened: OpenWorkbook, view: View) {
  const { Finder } = await import('#lib/workspace/find/finder.svelte.ts');
  return (view.finder ??= new Finder(opened, view));
}

async function literal(text: string): Promise<string> {
  const { literally } = await import('#lib/workspace/find/pattern.ts');
  return literally(text);
}

/** What is marked in a field, if it is a piece of one line. */
function selectedWords(): string {
  const { activeElement: field } = document;
  const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  if (!isField || field.dataset.document === undefined) return '';
  const { selectionStart, selectionEnd, value } = field;
  return oneLine(value.slice(selectionStart ?? 0, selectionEnd ?? 0));
}

/** What stands in the cell that one is in. */
function textHere({ workbook }: OpenWorkbook, { selected }: View): string {
  const sheet = findSheet(workbook, selected?.sheet);
  if (!sheet || !selected) return '';
  if (selected.field !== undefined) return oneLine(fieldText(sheet, selected.field));
  const row = sheet.rows.find(({ id }) => id === selected.row);
  return row && selected.column !== undefined ? oneLine(cellText(row, selected.column)) : '';
}

function oneLine(text: string): string {
  return text.includes('\n') || text.length > PROPOSED ? '' : text.trim();
}
