import type { TableOptions } from '#lib/grid/table-options.ts';
import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { copyText } from './copy-text.ts';
import { refusalText } from './refusal-text.ts';

/** What is said where a table could not take what somebody pasted or typed. */
export function gridSayings(
  opened: OpenWorkbook,
  notices: Notices
): Pick<TableOptions, 'onLeftOut' | 'onRefused' | 'onLost'> {
  return {
    onLeftOut: (count) =>
      notices.say(`右边放不下，有 ${count} 列没有粘贴；请从靠左的单元格开始粘贴`),
    onRefused: (why) => notices.say(refusalText(why, opened)),
    onLost: (text) =>
      notices.say(`这一行已被同事删除，您输入的“${text}”没有写入`, {
        label: '复制',
        run: () => void copyText(text)
      })
  };
}
