import process from 'node:process';
import * as Y from 'yjs';
import { WorkbookDocument } from '#lib/document/document.ts';
import type { Report, Task } from './crowd-process.ts';
import { openThinClient, type ThinClient } from './thin-client.ts';

/** How many connect at the same time. */
const AT_ONCE = 20;

/** A workbook with the clients that have it open here. They share one replica, which the first feeds. */
interface Table {
  readonly clients: ThinClient[];
  readonly edit: (by: ThinClient) => void;
}

/** A process full of clients: it does what `crowd-process.ts` tells it, and reports. */
let tables: Table[] = [];
let pause: NodeJS.Timeout | undefined;

process.on('message', async (task: Task) => {
  if (task.do === 'join') await join(task);
  if (task.do === 'edit') editEvery(task.every);
  if (task.do === 'rest') clearTimeout(pause);
  if (task.do === 'leave') leave();
  process.send?.(report());
});

function report(): Report {
  const { user, system } = process.cpuUsage();
  const clients = tables.flatMap((table) => table.clients);
  const received = clients.reduce((sum, client) => sum + client.received(), 0);
  return { received, cpu: (user + system) / 1000 };
}

async function join({ origin, workbooks, clients }: Extract<Task, { do: 'join' }>): Promise<void> {
  const seats = workbooks.map(async ({ id, token }) => {
    const documents = { d: new Y.Doc(), h: new Y.Doc() };
    const first = await openThinClient(origin, id, token, (kind, update) =>
      Y.applyUpdate(documents[kind], update, 'network')
    );
    return { clients: [first], edit: editing(id, documents) };
  });
  tables = await Promise.all(seats);
  const open = async (index: number): Promise<void> => {
    if (index >= clients) return;
    const seat = index % tables.length;
    const { id, token } = workbooks[seat]!;
    tables[seat]!.clients.push(await openThinClient(origin, id, token));
    return open(index + AT_ONCE);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => open(tables.length + at)));
}

/** How a client edits: a random cell of the shared replica, whose updates the client sends. */
function editing(id: string, { d, h }: { d: Y.Doc; h: Y.Doc }): Table['edit'] {
  const author = { id: 'crowd', name: '测速' };
  const document = new WorkbookDocument({ id, doc: d, log: h, comments: new Y.Doc(), author });
  const rows = document.workbook.sheets.flatMap((sheet) => sheet.rows);
  let sender: ThinClient | null = null;
  d.on('update', (update: Uint8Array) => sender?.sendUpdate('d', update));
  h.on('update', (update: Uint8Array) => sender?.sendUpdate('h', update));
  return (by) => {
    const row = rows[Math.floor(Math.random() * rows.length)]!.id;
    const text = process.hrtime.bigint().toString();
    sender = by;
    document.edit({ label: '修改', changes: [{ do: 'cell', row, column: 'target', text }] });
    sender = null;
    by.sendPresence(row);
  };
}

/** Lets each client edit once in so many milliseconds, at random moments. */
function editEvery(every: number): void {
  const count = tables.reduce((sum, { clients }) => sum + clients.length, 0);
  const next = () => {
    const { clients, edit } = tables[Math.floor(Math.random() * tables.length)]!;
    edit(clients[Math.floor(Math.random() * clients.length)]!);
    pause = setTimeout(next, -Math.log(1 - Math.random()) * (every / count));
  };
  next();
}

function leave(): void {
  for (const { clients } of tables) for (const client of clients) client.close();
  tables = [];
}
