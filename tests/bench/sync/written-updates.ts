import * as Y from 'yjs';
import { WorkbookDocument } from '#lib/document/document.ts';
import type { Workbook } from '#lib/model/workbook.ts';

/** An update of one of a workbook's documents. */
export interface WrittenUpdate {
  readonly kind: 'd' | 'h';
  readonly update: Uint8Array;
}

/** Somebody's workbook, whose updates are kept as they are made. */
export interface Writer {
  /** Edits another cell so many times, each as an edit of its own; what that made. */
  edit(times: number): readonly WrittenUpdate[];
  /** What filling in the workbook made. */
  readonly filled: readonly WrittenUpdate[];
}

/** Fills in a workbook as the app does. */
export function writerOf(workbook: Workbook): Writer {
  const [d, h] = [new Y.Doc(), new Y.Doc()];
  const author = { id: 'bench', name: '测速' };
  const ids = { id: workbook.id, doc: d, log: h, comments: new Y.Doc() };
  const document = new WorkbookDocument({ ...ids, author });
  let made: WrittenUpdate[] = [];
  d.on('update', (update: Uint8Array) => made.push({ kind: 'd', update }));
  h.on('update', (update: Uint8Array) => made.push({ kind: 'h', update }));
  const take = () => {
    const taken = made;
    made = [];
    return taken;
  };
  document.fill(workbook, '新建');
  const rows = document.workbook.sheets.flatMap((sheet) => sheet.rows);
  let count = 0;
  return {
    filled: take(),
    edit(times) {
      for (let time = 0; time < times; time++) {
        const row = rows[(count * 7) % rows.length]!.id;
        const text = `≥${++count}个`;
        document.edit({ label: '修改', changes: [{ do: 'cell', row, column: 'target', text }] });
      }
      return take();
    }
  };
}
