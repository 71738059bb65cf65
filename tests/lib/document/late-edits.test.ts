import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { holdingEdit } from '#lib/document/holding.ts';
import { lateEdits, type LateEdit } from '#lib/document/late-edits.ts';
import { hasReached, seenOf, type Snapshot } from '#lib/document/review-list.ts';
import { differencesBetween } from '#lib/model/differences.ts';
import type { Change } from '#lib/model/edit.ts';
import { countingIds } from '#lib/model/ids.ts';
import { readWorkbook } from '#lib/model/schema.ts';
import { fieldText, findSheet, type Workbook } from '#lib/model/workbook.ts';
import { editFrom, editRecipes, type EditRecipe } from '#tests/support/random-edits.ts';
import { deliver, replicasOf, settle, type Replica } from '#tests/support/replicas.ts';
import { smallWorkbook, workbookOfAllKinds } from '#tests/support/workbooks.ts';

/** Printed, so that a failure can be repeated. */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_007);
console.info(`late edits of locked workbooks: SEED=${seed}`);

/** More runs find rarer cases: RUNS=5000. */
const numRuns = Number(process.env.RUNS ?? 40);

/** So often a whole round of devices that all act at once may be needed, when everything has arrived. */
const MOST_ROUNDS = 3;

const CELL = { do: 'cell', row: 'p1-r1', column: 'target' } as const;

/** What was approved on a device, as it reaches the others. */
function approved({ doc, document }: Replica) {
  const read = readWorkbook(JSON.parse(JSON.stringify(document.workbook)));
  if (!('workbook' in read)) throw new Error(read.fault);
  const snapshot: Snapshot = { content: new Uint8Array(), seen: seenOf(doc) };
  return { workbook: read.workbook, snapshot };
}

/** Holds a device to what was approved; false where nothing differs, or something is yet to come. */
function hold({ doc, document }: Replica, { workbook, snapshot }: ReturnType<typeof approved>) {
  if (!hasReached(doc, snapshot)) return false;
  const edit = holdingEdit(document.memory, workbook);
  if (edit) document.setAside(edit, 'step1');
  return edit !== null;
}

function lateOf({ document }: Replica): readonly LateEdit[] {
  return lateEdits(document.entries, document.conflicts);
}

const write = (replica: Replica, changes: readonly Change[]) =>
  replica.document.edit({ label: '修改', changes });

const isSame = (a: Workbook, b: Workbook) =>
  differencesBetween(a, { ...b, waivers: a.waivers }).length === 0;

/** Every text, row and sheet that an author's workbook has and the approved one has not. */
function lost(late: readonly LateEdit[], from: Workbook, after: Workbook, replica: Replica) {
  const { memory, conflicts, workbook } = replica.document;
  const changes = late.flatMap((one) => one.late);
  const texts = changes.flatMap((change) => ('text' in change ? [change] : []));
  const openTexts = conflicts.map(({ lost }) => lost);
  const isListed = (wanted: Change) =>
    [...texts, ...openTexts].some((one) => JSON.stringify(one) === JSON.stringify(wanted));
  return differencesBetween(from, after).filter((difference) => {
    if (difference.kind === 'text') {
      const { sheet = '', row, column = '', field = '' } = difference.place;
      if (row !== undefined) {
        return !isListed({ do: 'cell', row, column, text: difference.now });
      }
      const holder = memory.sheetAt(sheet)!;
      const prose = texts.filter((one) => one.do === 'field' && one.field === field);
      const kept = isAmong(
        difference,
        prose.map(({ text }) => text)
      );
      const shown = isWithin(difference, fieldText(holder, field));
      return !kept && !shown && !isListed({ do: 'field', sheet, field, text: difference.now });
    }
    if (difference.kind === 'row' && difference.change === 'added') {
      const { row, sheet } = difference;
      const back = changes.some((one) => one.do === 'restore' && one.rows.includes(row.id));
      const withSheet = changes.some(
        (one) => one.do === 'restore-sheet' && one.sheet === memory.sheetOfRow(row.id)
      );
      return !back && !withSheet && findSheet(workbook, sheet) !== undefined;
    }
    if (difference.kind === 'sheet' && difference.change === 'added') {
      const { id } = difference.sheet;
      return !changes.some((one) => one.do === 'restore-sheet' && one.sheet === id);
    }
    return false;
  });
}

/** Whether the characters that somebody put in stand in a text in their order, whoever wrote between them. */
function isWithin({ was, now }: { was: string; now: string }, text: string): boolean {
  let start = 0;
  while (start < Math.min(was.length, now.length) && was[start] === now[start]) start += 1;
  const rest = [...now.slice(start)].filter((character) => !was.includes(character));
  let at = 0;
  return rest.every((character) => (at = text.indexOf(character, at) + 1) > 0);
}

/** Whether each character that somebody put in stands in one of some texts: of two late edits each may hold a part. */
function isAmong({ was, now }: { was: string; now: string }, texts: readonly string[]): boolean {
  return [...now]
    .filter((character) => !was.includes(character))
    .every((character) => texts.some((text) => text.includes(character)));
}

describe('a locked workbook', () => {
  test('is what was approved again on all devices, in whatever order they hear of what, and no late edit is lost', () => {
    const beginnings = fc.constantFrom(smallWorkbook(), workbookOfAllKinds());
    const recipes = fc.array(editRecipes, { maxLength: 12 });
    const moments = fc.array(fc.tuple(fc.nat(3), fc.nat(999), fc.nat(7)), { maxLength: 20 });
    fc.assert(
      fc.property(
        beginnings,
        recipes,
        fc.tuple(recipes, recipes),
        moments,
        (beginning, before, late, order) => {
          const replicas = replicasOf(beginning, ['审核人', '王芳', '李明', '赵强']);
          const [reviewer, wang, li] = replicas as [Replica, Replica, Replica, Replica];
          const id = countingIds();
          const run = (replica: Replica, list: readonly (readonly EditRecipe[])[]) => {
            for (const one of list)
              replica.document.edit(editFrom(one, replica.document.workbook, id));
          };
          run(reviewer, before);
          settle(replicas);
          const approval = approved(reviewer);
          const authors = [wang, li].map((author, at) => {
            run(author, late[at]!);
            return author.document.workbook;
          });
          for (const [whom, pick, count] of order) {
            const replica = replicas[whom]!;
            deliver(replica, count, (length) => pick % length);
            hold(replica, approval);
          }
          settle(replicas);
          let rounds = 0;
          while (replicas.map((replica) => hold(replica, approval)).includes(true)) {
            settle(replicas);
            expect((rounds += 1)).toBeLessThanOrEqual(MOST_ROUNDS);
          }
          for (const replica of replicas) {
            expect(isSame(approval.workbook, replica.document.workbook)).toBe(true);
          }
          const listed = lateOf(reviewer);
          for (const author of authors) {
            expect(lost(listed, approval.workbook, author, reviewer)).toEqual([]);
          }
        }
      ),
      { seed, numRuns }
    );
  }, 60_000);

  test('lists what two devices have put aside at once one time, with who wrote it late and when', () => {
    const replicas = replicasOf(smallWorkbook(), ['审核人', '王芳', '李明']);
    const [reviewer, wang, li] = replicas as [Replica, Replica, Replica];
    const approval = approved(reviewer);
    write(wang, [{ ...CELL, text: '≥15公里' }]);
    settle(replicas);
    expect([hold(reviewer, approval), hold(li, approval)]).toEqual([true, true]);
    settle(replicas);
    for (const replica of replicas) {
      expect(lateOf(replica)).toMatchObject([
        {
          approval: 'step1',
          held: { ...CELL, text: '≥12公里' },
          late: [{ ...CELL, text: '≥15公里' }],
          deed: { by: { id: '王芳' } }
        }
      ]);
    }
    expect(new Set(replicas.map((replica) => lateOf(replica)[0]!.id)).size).toBe(1);
  });

  test('goes on saying who wrote a late edit after somebody else has adopted it', () => {
    const replicas = replicasOf(smallWorkbook(), ['审核人', '王芳']);
    const [reviewer, wang] = replicas as [Replica, Replica];
    const approval = approved(reviewer);
    write(wang, [{ ...CELL, text: '≥15公里' }]);
    settle(replicas);
    hold(reviewer, approval);
    write(reviewer, [{ ...CELL, text: '≥15公里' }]);
    expect(lateOf(reviewer)).toMatchObject([{ deed: { by: { id: '王芳' } } }]);
  });

  test('doubles no words of prose that two devices put back at once, and takes no word of it for late', () => {
    const replicas = replicasOf(smallWorkbook(), ['审核人', '王芳', '李明']);
    const [reviewer, wang, li] = replicas as [Replica, Replica, Replica];
    const approval = approved(reviewer);
    write(wang, [{ do: 'field', sheet: 's1', field: 'body', text: '年内完成河道清淤。' }]);
    settle(replicas);
    for (const replica of [reviewer, li]) expect(hold(replica, approval)).toBe(true);
    settle(replicas);
    expect(reviewer.document.workbook.sheets[0]!.fields.body).toContain('安全度汛，确保安全');
    for (const replica of [reviewer, li]) hold(replica, approval);
    settle(replicas);
    const body = '年内完成河道清淤，确保安全度汛。';
    expect(replicas.map((one) => one.document.workbook.sheets[0]!.fields.body)).toEqual(
      replicas.map(() => body)
    );
    expect(lateOf(reviewer)).toMatchObject([
      {
        held: { text: body },
        late: [{ do: 'field', text: '年内完成河道清淤。' }],
        deed: { by: { id: '王芳' } }
      }
    ]);
  });

  test('lists late prose whose words were put back elsewhere at the same time', () => {
    const replicas = replicasOf(smallWorkbook(), ['审核人', '王芳']);
    const [reviewer, wang] = replicas as [Replica, Replica];
    const from = { do: 'field', sheet: 'p1', field: 'goal' } as const;
    const to = { ...from, sheet: 'p2' };
    const words = '全年完成清淤';
    write(reviewer, [
      { ...from, text: words },
      { ...to, text: '' }
    ]);
    settle(replicas);
    const approval = approved(reviewer);
    write(wang, [
      { ...from, text: '' },
      { ...to, text: words }
    ]);
    settle(replicas);
    hold(reviewer, approval);
    expect(lateOf(reviewer).map(({ late }) => late[0])).toContainEqual({ ...to, text: words });
  });

  test('lists what was written at the moment when other late edits were put aside', () => {
    const replicas = replicasOf(smallWorkbook(), ['审核人', '王芳', '李明']);
    const [reviewer, wang, li] = replicas as [Replica, Replica, Replica];
    const approval = approved(reviewer);
    write(wang, [{ ...CELL, text: '≥15公里' }]);
    write(li, [{ ...CELL, text: '≥16公里' }]);
    settle(replicas);
    while (replicas.map((replica) => hold(replica, approval)).includes(true)) settle(replicas);
    const texts = lateOf(reviewer).map(({ late: [change], deed }) => [
      change && 'text' in change ? change.text : '',
      deed?.by.id
    ]);
    expect(texts.sort()).toEqual([
      ['≥15公里', '王芳'],
      ['≥16公里', '李明']
    ]);
  });

  test('takes nothing for late on a device that what was approved has not reached', () => {
    const replicas = replicasOf(smallWorkbook(), ['审核人', '王芳']);
    const [reviewer, wang] = replicas as [Replica, Replica];
    write(reviewer, [{ ...CELL, text: '≥20公里' }]);
    const approval = approved(reviewer);
    expect(hold(wang, approval)).toBe(false);
    settle(replicas);
    expect(hold(wang, approval)).toBe(false);
    expect(lateOf(wang)).toEqual([]);
  });

  test('puts late edits aside in nobody’s undo', () => {
    const replicas = replicasOf(smallWorkbook(), ['审核人', '王芳']);
    const [reviewer, wang] = replicas as [Replica, Replica];
    const approval = approved(reviewer);
    write(wang, [{ ...CELL, text: '≥15公里' }]);
    settle(replicas);
    expect(hold(reviewer, approval)).toBe(true);
    settle(replicas);
    expect(reviewer.document.undo()).toEqual({ done: false, reason: 'nothing' });
    expect(wang.document.undo()).toEqual({ done: false, reason: 'overtaken' });
    expect(isSame(approval.workbook, wang.document.workbook)).toBe(true);
  });

  test('cannot be held to a snapshot whose beginning nobody can read', () => {
    const [only] = replicasOf(smallWorkbook(), ['审核人']) as [Replica];
    expect(Y.encodeStateVector(only.doc).length).toBeGreaterThan(1);
    const seen = new Uint8Array([255, 255, 255]);
    expect(hasReached(only.doc, { content: new Uint8Array(), seen })).toBe(false);
  });
});
