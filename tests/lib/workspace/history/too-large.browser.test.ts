import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { WorkbookDocument } from '#lib/document/document.ts';
import { mergeDocuments, packedDocuments } from '#lib/sync/package/documents.ts';
import { readPackage, writePackage } from '#lib/sync/package/package.ts';
import { sayReceipt } from '#lib/ui/package-words.ts';
import { sayUnkept } from '#lib/ui/unkept-saying.ts';
import { Notices } from '#lib/workspace/notices.svelte.ts';
import { openPackage, packageFile } from '#lib/workspace/sync-packages.ts';
import { useDesk } from '#tests/support/desk.ts';

const desk = useDesk();

/** More than a version may have, packed: random text hardly gets smaller. */
const LENGTH = 3 * 1024 * 1024;
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const MOST_AT_ONCE = 65_536;

function randomText(): string {
  let text = '';
  while (text.length < LENGTH) {
    const bytes = crypto.getRandomValues(new Uint8Array(MOST_AT_ONCE));
    text += Array.from(bytes, (byte) => SIGNS[byte % SIGNS.length]).join('');
  }
  return text;
}

/** The package as a colleague hands it back, who has changed a cell. */
async function handedBack(file: File): Promise<File> {
  const read = await readPackage(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) throw new Error(read.fault);
  const { workbook: id } = read.package;
  const docs = { d: new Y.Doc(), c: new Y.Doc(), h: new Y.Doc() };
  mergeDocuments(docs, read.package.documents);
  const author = { id: 'li', name: '李明' };
  const { d: doc, c: comments, h: log } = docs;
  const document = new WorkbookDocument({ id, doc, comments, log, author });
  const change = { do: 'cell', row: 'p1-r1', column: 'target', text: '≥13公里' } as const;
  document.edit({ label: '改为 ≥13公里', changes: [change] });
  const bytes = await writePackage({ ...read.package, documents: packedDocuments(docs) });
  return new File([bytes as Uint8Array<ArrayBuffer>], file.name);
}

it('a workbook that is too large for a version of before says so, and so does the receipt of a package', async () => {
  const id = await desk.stored();
  const one = await desk.open(id);
  const notices = new Notices();
  await sayUnkept(one, notices);
  expect(notices.list).toEqual([]);

  one.edit({
    label: '改正文',
    changes: [{ do: 'field', sheet: 's1', field: 'body', text: randomText() }]
  });
  await one.history.versions.keepAutomatic('adoption');
  expect(one.history.versions.list).toEqual([]);
  await sayUnkept(one, notices);
  expect(notices.list).toMatchObject([{ tone: 'error' }]);
  expect(notices.list[0]!.text).toContain('没有留成版本');
  await desk.leave();

  const file = await handedBack(await packageFile(desk.cabinet, id, ''));
  const opened = await openPackage(desk.cabinet, file, '');
  if (!opened.ok) throw new Error(opened.fault);
  expect(sayReceipt(opened.receipt)).toContain('1 处修改');
  expect(sayReceipt(opened.receipt)).toContain('没有留成版本');
});
