import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { WorkbookDocument } from '#lib/document/document.ts';
import { CELLS } from '#lib/document/keys.ts';
import { contentsText, type WorkbookProperty } from '#lib/model/workbook-property.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const CONTENTS = '一、总体绩效目标\t1';

function opened(documents = [new Y.Doc(), new Y.Doc(), new Y.Doc()] as const) {
  const [doc, comments, log] = documents;
  const id = 'A'.repeat(22);
  return {
    doc,
    document: new WorkbookDocument({ id, doc, comments, log, author: { id: 'chen', name: '陈' } })
  };
}

function set(document: WorkbookDocument, property: WorkbookProperty, text: string): void {
  document.edit({ label: '修改工作簿属性', changes: [{ do: 'workbook', property, text }] });
}

describe('the cover and the 目录 in a document', () => {
  it('are those of the workbook that it was filled with', () => {
    const { document } = opened();
    const workbook = { ...smallWorkbook(), cover: '青泉县财政局审核', contents: CONTENTS };
    document.fill(workbook, '导入');
    expect(document.workbook).toMatchObject({ cover: '青泉县财政局审核', contents: CONTENTS });
  });

  it('are edited and taken back, an empty 目录 as well', () => {
    const { document } = opened();
    document.fill({ ...smallWorkbook(), contents: '' }, '导入');
    set(document, 'contents', contentsText(null));
    set(document, 'cover', '青泉县财政局审核\n二〇二五年十一月');
    expect(document.workbook).toMatchObject({
      cover: '青泉县财政局审核\n二〇二五年十一月',
      contents: null
    });
    document.undo();
    document.undo();
    expect(document.workbook).toMatchObject({ cover: '', contents: '' });
    document.redo();
    expect(document.workbook.contents).toBeNull();
  });

  it('are an empty cover and the 目录 of the program in a document of before', () => {
    const { doc, document } = opened();
    document.fill({ ...smallWorkbook(), cover: '审核人：', contents: CONTENTS }, '导入');
    const cells = doc.getMap<string>(CELLS);
    for (const key of ['w/_cover', 'w/_contents']) cells.delete(key);
    expect(document.workbook).toMatchObject({ cover: '', contents: null });
  });

  it('go to whoever wrote last, and undo leaves what a colleague has written', () => {
    const [doc, comments] = [new Y.Doc(), new Y.Doc()];
    const chen = opened([doc, comments, new Y.Doc()]).document;
    chen.fill(smallWorkbook(), '导入');
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const li = opened([other, new Y.Doc(), new Y.Doc()]).document;
    set(chen, 'cover', '陈审核');
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    set(li, 'cover', '李审核');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    expect(chen.workbook.cover).toBe('李审核');
    chen.undo();
    expect(chen.workbook.cover).toBe('李审核');
  });
});
