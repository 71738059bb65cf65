import fc from 'fast-check';
import { deletedThings } from '#lib/document/deleted.ts';
import { recoveryEdit, versionEdit } from '#lib/document/restoring.ts';
import { keepVersion, newestEntry, readVersions, versionContent } from '#lib/document/versions.ts';
import { orderAfter, type Message } from '#lib/model/comment.ts';
import { adoptingEdit, keepingEdit } from '#lib/model/conflict.ts';
import type { Change } from '#lib/model/edit.ts';
import { countingIds, type IdSource } from '#lib/model/ids.ts';
import { fieldText } from '#lib/model/workbook.ts';
import { packWorkbook, unpackWorkbook } from '#lib/workspace/history/packed-workbook.ts';
import type { Random } from '#tests/server/random.ts';
import { editFrom, editRecipes, type EditRecipe } from '#tests/support/random-edits.ts';
import type { Colleague } from './colleague.ts';
import type { Marks } from './marks.ts';
import { decide, isHeld, putAside, review } from './reviewing.ts';
import { takeBack } from './taking-back.ts';

/** What the acts of a run draw from. */
export interface Material {
  readonly random: Random;
  readonly marks: Marks;
  readonly id: IdSource;
  readonly recipes: readonly (readonly EditRecipe[])[];
}

type Act = (who: Colleague, material: Material) => void | Promise<void>;

/** How many of the texts carry a mark; the others are blank, alike, cut in a character, or break naive code. */
const MARKED = 0.85;

/** Each with how often it comes. */
const ACTS: readonly (readonly [often: number, act: Act])[] = [
  [34, edit],
  [16, typeProse],
  [6, paste],
  [12, (who) => takeBack(who, 'undo')],
  [6, (who) => takeBack(who, 'redo')],
  [6, settleConflict],
  [4, recover],
  [6, comment],
  [2, keep],
  [2, restore],
  [2, accept],
  [2, chooseSeverity],
  [2, review]
];

/** What is left to do in a locked workbook, for those who know that it is. */
const ACTS_WHEN_LOCKED: typeof ACTS = [
  [6, async (who) => void (await putAside(who))],
  [2, decide],
  [2, comment],
  [1, accept],
  [1, review]
];

/** So seldom an edit comes from a program that knows of no lock. */
const UNLOCKED = 0.05;

/** What a run of so many acts draws from. */
export function materialFor(seed: number, random: Random, marks: Marks): Material {
  return {
    random,
    marks,
    id: countingIds(),
    recipes: fc.sample(editRecipes, { seed, numRuns: 400 })
  };
}

/** Something that a person does; where there is nothing to do it with, it does nothing. */
export async function act(who: Colleague, material: Material): Promise<void> {
  const held = isHeld(who) && material.random() >= UNLOCKED;
  const acts = held ? ACTS_WHEN_LOCKED : ACTS;
  let left = material.random() * acts.reduce((sum, [often]) => sum + often, 0);
  for (const [often, act] of acts) {
    left -= often;
    if (left < 0) return act(who, material);
  }
}

function edit({ document, author }: Colleague, { random, marks, id, recipes }: Material): void {
  const recipe = oneOf(recipes, random)!.map((one) => {
    const picks = one.picks.map(() => Math.floor(random() * 1000)) as [number, number, number];
    const cut = random() < 0.03 ? '\ude00' : '';
    const text = cut + (random() < MARKED ? one.text + marks.of(author.id) : one.text);
    return { ...one, picks, text };
  });
  const edit = editFrom(recipe, document.workbook, id);
  document.edit(edit);
  marks.write(edit);
}

/** Some characters put in, taken out, or both, somewhere in a field that several people write at once. */
function typeProse({ document, author }: Colleague, { random, marks }: Material): void {
  const sheet = oneOf(document.workbook.sheets, random);
  if (!sheet) return;
  const field = sheet.kind === 'text' ? 'body' : random() < 0.5 ? 'usage' : 'goal';
  const text = fieldText(sheet, field);
  const at = Math.floor(random() * (text.length + 1));
  const typed = Array.from({ length: Math.floor(random() * 3) }, () => marks.of(author.id));
  const gone = random() < 0.4 ? Math.floor(random() * 4) : 0;
  const after = text.slice(0, at) + typed.join('') + text.slice(at + gone);
  document.edit({
    label: '输入',
    changes: [{ do: 'field', sheet: sheet.id, field, text: after }]
  });
  marks.write(typed);
}

/** A block over rows that are there and, where it is longer, rows of its own. */
function paste({ document, author }: Colleague, { random, marks, id }: Material): void {
  const sheet = oneOf(document.workbook.sheets, random);
  if (!sheet) return;
  const from = Math.floor(random() * (sheet.rows.length + 1));
  const columns = ['target', 'basis'];
  const block = () => columns.map((column) => [column, marks.of(author.id)] as const);
  const over = sheet.rows
    .slice(from, from + 3)
    .flatMap((row): Change[] =>
      block().map(([column, text]) => ({ do: 'cell', row: row.id, column, text }))
    );
  const rows = [1, 2].map(() => ({ id: id(), cells: Object.fromEntries(block()) }));
  const after = sheet.rows.slice(from, from + 3).at(-1)?.id ?? null;
  const changes: Change[] = [...over, { do: 'insert', sheet: sheet.id, after, rows }];
  document.edit({ label: '粘贴', changes });
  marks.write(changes);
}

function settleConflict({ document }: Colleague, { random }: Material): void {
  const conflict = oneOf(document.conflicts, random);
  if (conflict) document.edit(random() < 0.5 ? adoptingEdit(conflict) : keepingEdit(conflict));
}

function recover({ document }: Colleague, { random }: Material): void {
  const { memory, entries } = document;
  const thing = oneOf(deletedThings(memory, entries), random);
  if (!thing) return;
  const [rows, sheets] = thing.row ? [[thing.id], []] : [[], [thing.id]];
  document.edit(recoveryEdit(memory, rows, sheets));
}

function comment(who: Colleague, { random, marks, id }: Material): void {
  const { comments, document, author } = who;
  const now = who.now();
  const thread = oneOf(comments.threads, random);
  const remark = { id: id(), by: author, at: now.toISOString() };
  const said = (): Omit<Message, 'thread' | 'order'> => ({
    ...{ ...remark, kind: 'message', text: marks.of(author.id), deleted: false, mentions: [] }
  });
  if (!thread || random() < 0.4) {
    const sheet = oneOf(document.workbook.sheets, random);
    const head = { id: id(), place: sheet ? { sheet: sheet.id } : {}, quote: '' };
    const message = { ...said(), thread: head.id, order: now.getTime() };
    comments.begin(head, message);
    marks.write(message);
    return;
  }
  const follows = { thread: thread.id, order: orderAfter(thread.remarks, now.getTime()) };
  if (random() < 0.6) {
    const message = { ...said(), ...follows };
    comments.add(message);
    marks.write(message);
  } else comments.add({ ...remark, ...follows, kind: 'turn', resolved: random() < 0.6 });
}

/** Asked for or not: those that nobody asked for are let go first. */
async function keep(who: Colleague, { random }: Material): Promise<void> {
  const content = await packWorkbook(who.document.workbook);
  const occasion = random() < 0.5 ? null : 'package';
  const when = { at: who.now().toISOString(), newest: newestEntry(who.docs.h) };
  keepVersion(who.docs.h, { name: '留存', by: who.author, occasion, ...when }, content);
}

async function restore({ document, docs }: Colleague, { random }: Material): Promise<void> {
  const version = oneOf(readVersions(docs.h), random);
  const content = version && versionContent(docs.h, version.id);
  const workbook = content && (await unpackWorkbook(content));
  if (workbook) document.edit(versionEdit(document.memory, workbook, version.name));
}

/** As somebody does who may only comment: nothing of it is in the log. */
function accept(who: Colleague, { random, id }: Material): void {
  const { document } = who;
  const sheet = oneOf(document.workbook.sheets, random);
  const known = oneOf(document.workbook.waivers, random);
  if (known && random() < 0.4) document.annotate([{ do: 'withdraw', waiver: known.id }]);
  else if (sheet) {
    const accepted = { code: 'goal-reused', place: { sheet: sheet.id }, was: '', reason: '已核' };
    const waiver = { id: id(), ...accepted, by: who.author.name, at: who.now().toISOString() };
    document.annotate([{ do: 'waive', waiver }]);
  }
}

function chooseSeverity({ document }: Colleague, { random }: Material): void {
  const { settings } = document.workbook;
  const code = oneOf(['goal-reused', 'typo', 'constructor'], random)!;
  const severities = { ...settings.severities, [code]: oneOf(['off', 'error'] as const, random)! };
  document.edit({
    label: '改规则',
    changes: [{ do: 'settings', settings: { ...settings, severities } }]
  });
}

/** One of a list; undefined where it is empty. */
export function oneOf<Item>(items: readonly Item[], random: Random): Item | undefined {
  return items[Math.floor(random() * items.length)];
}
