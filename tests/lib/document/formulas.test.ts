import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CELLS, keyOf } from '#lib/document/keys.ts';
import { versionEdit } from '#lib/document/restoring.ts';
import { applyEdit } from '#lib/model/apply.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import type { Change } from '#lib/model/edit.ts';
import { countingIds } from '#lib/model/ids.ts';
import { cellText, type Workbook } from '#lib/model/workbook.ts';
import { deliver, replicasOf, settle, type Replica } from '#tests/support/replicas.ts';

const COLUMNS = ['A', 'B', 'C'].map((id) => ({ id, title: '' }));

/** Free sheets `f1` and `f2` of six rows, `f1-1` …, that refer to themselves and to each other. */
function withFormulas(): Workbook {
  const free = (id: string, title: string, other: string) =>
    createSheet('free', {
      id,
      title,
      columns: COLUMNS,
      rows: [1, 2, 3, 4, 5, 6].map((at) => {
        const A = at === 1 ? '=SUM(B1:B5)' : at === 2 ? `=${other}!B3+B4` : '';
        return createRow({ A, B: `${at}` }, `${id}-${at}`);
      })
    });
  return createWorkbook({ sheets: [free('f1', '测算', '附表'), free('f2', '附表', '测算')] });
}

function text({ document }: Replica, row: string, column = 'A'): string {
  const rows = document.workbook.sheets.flatMap(({ rows }) => rows);
  return cellText(
    rows.find(({ id }) => id === row)!,
    column
  );
}

function edit({ document }: Replica, ...changes: readonly Change[]): void {
  document.edit({ label: '修改', changes });
}

const insertAfter = (after: string | null, id: string): Change => ({
  do: 'insert',
  sheet: 'f1',
  after,
  rows: [createRow({}, id)]
});

function pair(): [Replica, Replica] {
  const [chen, li] = replicasOf(withFormulas(), ['chen', 'li']);
  return [chen!, li!];
}

describe('a formula of two people', () => {
  it('follows rows that a colleague inserts while it is typed', () => {
    const [chen, li] = pair();
    edit(chen, { do: 'cell', row: 'f1-6', column: 'C', text: '=B3+SUM(B4:B5)' });
    edit(li, insertAfter('f1-2', 'n1'), insertAfter('f1-4', 'n2'));
    settle([chen, li]);
    for (const replica of [chen, li]) expect(text(replica, 'f1-6', 'C')).toBe('=B4+SUM(B5:B7)');
  });

  it('takes in a row that a colleague puts into a range whose last row is deleted meanwhile', () => {
    const [chen, li] = pair();
    edit(chen, { do: 'delete', rows: ['f1-5'] });
    edit(li, insertAfter('f1-4', 'n1'));
    expect(text(chen, 'f1-1')).toBe('=SUM(B1:B4)');
    settle([chen, li]);
    for (const replica of [chen, li]) expect(text(replica, 'f1-1')).toBe('=SUM(B1:B5)');
  });

  it('comes back with a row that is restored', () => {
    const [chen, li] = pair();
    edit(chen, { do: 'delete', rows: ['f1-4'] });
    expect(text(chen, 'f1-2')).toBe('=附表!B3+#REF!');
    edit(li, insertAfter(null, 'n1'));
    settle([chen, li]);
    chen.document.undo();
    settle([chen, li]);
    for (const replica of [chen, li]) expect(text(replica, 'f1-2')).toBe('=附表!B3+B5');
  });

  it('that lost against another is listed as it reads now', () => {
    const [chen, li] = pair();
    for (const replica of [chen, li]) {
      const own = replica === chen ? '=B5' : '=B6';
      edit(replica, { do: 'cell', row: 'f1-6', column: 'C', text: own });
    }
    settle([chen, li]);
    edit(li, insertAfter(null, 'n1'));
    settle([chen, li]);
    const [conflict] = chen.document.conflicts;
    expect([conflict!.lost.text, conflict!.present].sort()).toEqual(['=B6', '=B7']);
  });
});

describe('formulas in a document', () => {
  it('written by an earlier version of the program are read as they are', () => {
    const [chen] = pair();
    chen.doc.getMap<string>(CELLS).set(keyOf('f1-6', 'C'), '=B3');
    edit(chen, insertAfter(null, 'n1'));
    expect(text(chen, 'f1-6', 'C')).toBe('=B3');
  });

  it('do without a column that is taken out, and undo brings it back', () => {
    const [chen] = pair();
    edit(chen, { do: 'cell', row: 'f1-6', column: 'A', text: '=SUM(B1:C1)+C2' });
    edit(chen, { do: 'columns', sheet: 'f1', columns: COLUMNS.slice(0, 2) });
    expect(text(chen, 'f1-6')).toBe('=SUM(B1:B1)+#REF!');
    chen.document.undo();
    expect(text(chen, 'f1-6')).toBe('=SUM(B1:C1)+C2');
    chen.document.redo();
    expect(text(chen, 'f1-6')).toBe('=SUM(B1:B1)+#REF!');
  });

  it('are what they were when a version is restored', () => {
    const [chen] = pair();
    const version = chen.document.workbook;
    edit(chen, { do: 'delete', rows: ['f1-3', 'f1-4'] });
    edit(chen, { do: 'cell', row: 'f1-2', column: 'A', text: '=B3' }, insertAfter(null, 'n1'));
    chen.document.edit(versionEdit(chen.document.memory, version, '初稿'));
    expect(plain(chen.document.workbook)).toEqual(plain(version));
    chen.document.undo();
    expect(text(chen, 'f1-2')).toBe('=B3');
  });

  it('keep the identity of rows that read the same', () => {
    const [chen] = pair();
    const before = chen.document.workbook.sheets[0]!.rows[0];
    edit(chen, { do: 'cell', row: 'f1-6', column: 'C', text: '9' });
    edit(chen, insertAfter('f1-6', 'n1'));
    expect(chen.document.workbook.sheets[0]!.rows[0]).toBe(before);
  });
});

interface Recipe {
  readonly kind: 'insert' | 'delete' | 'move' | 'formula' | 'value' | 'column';
  readonly sheet: 0 | 1;
  readonly picks: readonly [number, number, number, number];
}

const recipe: fc.Arbitrary<Recipe> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'move', 'formula', 'formula', 'value', 'column'),
  sheet: fc.constantFrom(0, 1),
  picks: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99))
});

/** The first row stays, so that no range begins with a deleted one. */
function changeOf(
  { kind, sheet: at, picks: [a, b, c, d] }: Recipe,
  { sheets }: Workbook,
  id: () => string
): Change {
  const { id: sheet, rows, columns } = sheets[at]!;
  const row = rows[a % rows.length]!.id;
  const other = rows[b % rows.length]!.id;
  const later = rows[1 + (c % Math.max(1, rows.length - 1))]?.id ?? row;
  switch (kind) {
    case 'insert':
      return {
        do: 'insert',
        sheet,
        after: other,
        rows: [{ id: id(), cells: { B: '7', C: '=B1' } }]
      };
    case 'delete':
      return { do: 'delete', rows: rows.length > 3 ? [later] : [] };
    case 'move':
      return { do: 'move', rows: [later], sheet, after: later === other ? rows[0]!.id : other };
    case 'value':
      return { do: 'cell', row, column: 'B', text: `${c}` };
    case 'column':
      return {
        do: 'columns',
        sheet,
        columns:
          d % 2
            ? [...columns, { id: `K${id()}`, title: '' }]
            : columns.slice(0, Math.max(3, columns.length - 1))
      };
    case 'formula': {
      const named = d % 3 === 0 ? `${sheets[1 - at]!.title}!` : '';
      const target = sheets[d % 3 === 0 ? 1 - at : at]!.rows.length;
      const cell = `B${(b % target) + 1}`;
      const range = `$B$1:C${(c % target) + 1}`;
      return { do: 'cell', row, column: 'A', text: `=${named}${cell}+SUM(${named}${range},B:B)` };
    }
  }
}

const steps = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.record({ who: fc.nat(2), edit: recipe }) },
    { weight: 1, arbitrary: fc.record({ who: fc.nat(2), undo: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ who: fc.nat(2), count: fc.nat(5), pick: fc.nat(99) }) }
  ),
  { maxLength: 40 }
);

describe('formulas of several people', () => {
  it('read the same everywhere after any edits, undos and orders of delivery', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const replicas = replicasOf(withFormulas(), ['chen', 'li', 'zhao']);
        const id = countingIds();
        for (const step of script) {
          const replica = replicas[step.who]!;
          const { document } = replica;
          if ('edit' in step) edit(replica, changeOf(step.edit, document.workbook, id));
          else if ('undo' in step) document[step.undo ? 'undo' : 'redo']();
          else deliver(replica, step.count, (length) => step.pick % length);
        }
        settle(replicas);
        const [first, ...others] = replicas.map(({ document }) => plain(document.workbook));
        for (const other of others) expect(other).toEqual(first);
      }),
      { numRuns: 100 }
    );
  });

  // Of rows that are deleted a plain workbook forgets the place, so that a later move tells them apart.
  it.each([
    ['deleted', 'move'],
    ['moved', 'delete']
  ])('are what the edits make of the plain value where rows are %s', (_, other) => {
    fc.assert(
      fc.property(fc.array(recipe, { maxLength: 25 }), (recipes) => {
        const [chen] = pair();
        let expected = chen.document.workbook;
        const id = countingIds();
        for (const one of recipes.filter(({ kind }) => kind !== other)) {
          const changes = [changeOf(one, chen.document.workbook, id)];
          chen.document.edit({ label: '', changes });
          expected = applyEdit(expected, { label: '', changes });
          expect(plain(chen.document.workbook)).toEqual(plain(expected));
        }
      }),
      { numRuns: 100 }
    );
  });

  it('return to where they were when one person undoes everything', () => {
    fc.assert(
      fc.property(fc.array(recipe, { maxLength: 25 }), (recipes) => {
        const [chen] = pair();
        const { document } = chen;
        const before = plain(document.workbook);
        const id = countingIds();
        for (const one of recipes) edit(chen, changeOf(one, document.workbook, id));
        while (document.undoLabel !== null) document.undo();
        expect(plain(document.workbook)).toEqual(before);
      }),
      { numRuns: 60 }
    );
  });
});

/** Empty and absent texts are alike. */
function plain(workbook: Workbook): unknown {
  return JSON.parse(
    JSON.stringify(workbook, (key, value) =>
      key === 'cells'
        ? Object.fromEntries(Object.entries(value as object).filter(([, text]) => text !== ''))
        : (value as unknown)
    )
  );
}
