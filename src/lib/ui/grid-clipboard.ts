import type { ClipboardOptions, ForeignPaste } from '#lib/grid/clipboard/clipboard-options.ts';
import { HeldCells } from '#lib/grid/clipboard/held-cells.ts';
import type { Table } from '#lib/grid/table.ts';
import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { readPastedHtml } from '#lib/workspace/pasted-html.ts';
import type { MenuItem } from './Menu.svelte';

/** What was copied or cut in each open workbook, kept while one goes from sheet to sheet. */
const HELD = new WeakMap<OpenWorkbook, HeldCells>();

/** The clipboard of a grid of a workbook. */
export function gridClipboard(
  opened: OpenWorkbook,
  notices: Notices,
  onForeign: (paste: ForeignPaste) => void
): ClipboardOptions {
  const held = HELD.get(opened) ?? new HeldCells();
  HELD.set(opened, held);
  return {
    held,
    workbook: () => opened.workbook,
    readHtml: readPastedHtml,
    onForeign,
    onHidden: (columns) => notices.say(`其中 ${columns} 列是隐藏的，也已写入`),
    onUnreadable: (keys) => notices.say(`浏览器不让网页自己读取剪贴板，请按 ${keys} 粘贴`)
  };
}

/** 剪切, 复制 and 粘贴 in the menu of a grid; where nothing can be edited, only 复制. */
export function clipboardItems(editable: boolean, table: () => Table | undefined): MenuItem[] {
  const copy = { label: '复制', keys: 'Ctrl+C', run: () => table()?.clipboard?.take('copy') };
  if (!editable) return [copy];
  const paste = (textOnly: boolean) => () => void table()?.clipboard?.paste(textOnly);
  return [
    { label: '剪切', keys: 'Ctrl+X', run: () => table()?.clipboard?.take('cut') },
    copy,
    { label: '粘贴', keys: 'Ctrl+V', run: paste(false) },
    { label: '只粘贴文本', keys: 'Ctrl+Shift+V', run: paste(true) }
  ];
}
