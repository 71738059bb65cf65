import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';

/** Takes back my last edit, and says so where nothing could be taken back. */
export function undoSaying(opened: OpenWorkbook, notices: Notices): void {
  const result = opened.undo();
  if (result.done) return;
  notices.say(
    result.reason === 'nothing'
      ? '没有可以撤销的修改'
      : '这一步已被同事改动，保留同事的内容，未撤销'
  );
}

/** How to take back the edit that was made just now, unless others have followed by then. */
export function undoOfNewest(opened: OpenWorkbook, notices: Notices): () => void {
  const entry = opened.history.newestOwn;
  return () => {
    if (opened.history.newestOwn === entry) undoSaying(opened, notices);
    else notices.say('之后又有别的修改，请按 Ctrl+Z 逐步撤销');
  };
}

/** Does again what I took back last, and says so where nothing could be done. */
export function redoSaying(opened: OpenWorkbook, notices: Notices): void {
  const result = opened.redo();
  if (result.done) return;
  notices.say(
    result.reason === 'nothing'
      ? '没有可以恢复的修改'
      : '这一步已被同事改动，保留同事的内容，未恢复'
  );
}
