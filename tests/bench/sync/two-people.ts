import { newWorkbookId } from '#lib/model/ids.ts';
import { largeWorkbook } from '../large-workbook.ts';
import type { Figure } from '../figure.ts';
import { inTurns, quantile } from '../samples.ts';
import { join, openDocument, share, synced } from './colleague.ts';
import { startContestants, type Contestant } from './contestants.ts';

const ROUNDS = 600;
const WARM_UP = 100;
const ROWS = 300;
const SHARES = [0.5, 0.95, 0.99];

/** What became of an edit: milliseconds from it to two events. */
export interface Passage {
  /** The other person has it. */
  readonly arrived: number;
  /** Its author is told that the server has it, which is 已同步. */
  readonly confirmed: number;
}

/** An edit from A to B, cell and log entry, by the app's own client through each server in turns. */
export async function measureTwoPeople(): Promise<Figure[]> {
  const contestants = await startContestants();
  try {
    const pairs = await Promise.all(contestants.map(pairAt));
    const samples = await inTurns(
      ROUNDS,
      pairs.map(({ send }) => send),
      WARM_UP
    );
    pairs.forEach(({ leave }) => leave());
    return figuresOf(contestants, samples);
  } finally {
    await Promise.all(contestants.map((contestant) => contestant.end()));
  }
}

function figuresOf(
  [, ...others]: readonly Contestant[],
  [ours, ...theirs]: readonly (readonly Passage[])[]
): Figure[] {
  return (['arrived', 'confirmed'] as const).flatMap((event) =>
    others.flatMap(({ name }, index) =>
      SHARES.map((share): Figure => {
        const valueOf = (passages: readonly Passage[]) =>
          quantile(
            passages.map((passage) => passage[event]),
            share
          );
        return {
          name: `edit from A ${event === 'arrived' ? 'to B' : 'until confirmed'}, p${share * 100}`,
          unit: 'ms',
          measured: valueOf(ours!),
          baseline: { name, value: valueOf(theirs[index]!) },
          aim: event === 'arrived' && index === 0 ? { times: 1.5 } : null
        };
      })
    )
  );
}

/** Two people at one workbook of a server, the first of whom edits. */
export async function pairAt({ server: { origin }, admit }: Pick<Contestant, 'server' | 'admit'>) {
  const id = newWorkbookId();
  const token = await admit(id);
  const author = await join(origin, id, token);
  await share(author, { ...largeWorkbook(ROWS), id });
  const reader = await join(origin, id, token);
  const document = openDocument(author, id);
  const rows = document.workbook.sheets.flatMap((sheet) => sheet.rows);
  let count = 0;
  return {
    async send(): Promise<Passage> {
      const row = rows[++count % rows.length]!.id;
      const change = { do: 'cell', row, column: 'target', text: `≥${count}个` } as const;
      const begun = performance.now();
      const since = () => performance.now() - begun;
      const arrived = new Promise<number>((resolve) =>
        reader.documents.d.once('update', () => resolve(since()))
      );
      const logged = new Promise((resolve) => reader.documents.h.once('update', resolve));
      document.edit({ label: '修改', changes: [change] });
      const confirmed = synced(author.connection).then(since);
      await logged;
      return { arrived: await arrived, confirmed: await confirmed };
    },
    leave: () => [author, reader].forEach(({ connection }) => connection.disconnect())
  };
}
