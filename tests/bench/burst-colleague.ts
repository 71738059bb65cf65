import { once } from 'node:events';
import process from 'node:process';
import { join, openDocument, synced } from './sync/colleague.ts';

/**
 * Somebody at a shared workbook, in a process of their own: joins it, says so, and at a message makes as
 * many edits as that says, each sent by itself; says so when the server has them.
 */
const [origin, workbook, token] = process.argv.slice(2) as [string, string, string];
const colleague = await join(origin, workbook, token);
const document = openDocument(colleague, workbook);
const rows = document.workbook.sheets.flatMap((sheet) => sheet.rows);
process.send!('joined');

const [edits] = (await once(process, 'message')) as [number];
for (let count = 0; count < edits; count++) {
  const row = rows[(count * 7) % rows.length]!.id;
  const text = `≥${count}个`;
  document.edit({ label: '修改', changes: [{ do: 'cell', row, column: 'target', text }] });
  // A socket sends what was written when its task has ended.
  await new Promise((resolve) => setImmediate(resolve));
}
await synced(colleague.connection);
process.send!('sent');
colleague.connection.disconnect();
process.disconnect();
