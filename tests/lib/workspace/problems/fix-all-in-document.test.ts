import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { WorkbookDocument } from '#lib/document/document.ts';
import type { Change } from '#lib/model/edit.ts';
import { applyEdit } from '#lib/model/apply.ts';
import type { Problem } from '#lib/model/problem.ts';
import type { Sheet, Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { createFixPlanner, editOfFixes, type FixPlan } from '#lib/workspace/problems/fix-all.ts';
import { cleanProjects } from '#tests/lib/rules/clean-projects.ts';
import { papers } from '#tests/lib/rules/papers.ts';
import { replicasOf, settle, type Replica } from '#tests/support/replicas.ts';

/** Texts for the cells of a row, counted from 1. */
function typed(row: number, cells: Readonly<Record<string, string>>) {
  return ({ rows }: Sheet): readonly Change[] =>
    Object.entries(cells).map(([column, text]) => ({
      do: 'cell',
      row: rows[row - 1]!.id,
      column,
      text
    }));
}

function entered(fields: Readonly<Record<string, string>>) {
  return ({ id: sheet }: Sheet): readonly Change[] =>
    Object.entries(fields).map(([field, text]) => ({ do: 'field', sheet, field, text }));
}

const moved =
  (row: number, after: number) =>
  ({ id: sheet, rows }: Sheet): readonly Change[] => [
    { do: 'move', rows: [rows[row - 1]!.id], sheet, after: rows[after - 1]!.id }
  ];

/** Faults that a fix can mend, in a clean project: some of one cell, some of rows, some of prose. */
const FAULTS: readonly ((sheet: Sheet) => readonly Change[])[] = [
  typed(1, { target: '≫12段' }),
  typed(1, { target: '≥1２段' }),
  typed(2, { target: '≥95％' }),
  typed(4, { target: '≥120万元' }),
  typed(3, { target: '12024年10月底前' }),
  typed(6, { target: '90%' }),
  typed(1, { level2: '质量指标' }),
  (sheet) => [
    ...typed(1, { level2: '质量指标' })(sheet),
    ...typed(2, { level2: '数量指标' })(sheet)
  ],
  moved(1, 3),
  moved(5, 6),
  ({ rows }) => [{ do: 'delete', rows: [rows[5]!.id] }],
  entered({ otherFunds: '' }),
  entered({ budget: '120', fiscalFunds: '120' }),
  entered({ planMarch: '10', planJune: '40', planOctober: '70', planDecember: '100' }),
  entered({
    ...{ budget: '120.00', fiscalFunds: '120.00', otherFunds: '0.00' },
    ...{ planMarch: '10', planJune: '40', planOctober: '70', planDecember: '120' }
  }),
  entered({ goal: '全年安排1万元，另安排20000元，再安排30000元，用于清淤3段。' }),
  entered({ usage: '购置设备5万，维护3万，共8万元。' })
];

const planted: fc.Arbitrary<Workbook> = fc
  .tuple(
    cleanProjects,
    fc.array(fc.tuple(fc.nat(2), fc.constantFrom(...FAULTS)), { minLength: 1, maxLength: 8 })
  )
  .map(([clean, faults]) =>
    faults.reduce((workbook, [at, fault]) => {
      const sheet = workbook.sheets[at]!;
      // A row that an earlier fault took can have no other.
      const changes = sheet.rows.length < 6 ? [] : fault(sheet);
      return applyEdit(workbook, { label: '错误', changes });
    }, clean)
  );

const fixable = (workbook: Workbook, code: string) =>
  check(workbook).filter((one) => one.code === code && one.fixes.length > 0);

const codesWithFixes = (problems: readonly Problem[]) => [
  ...new Set(problems.filter(({ fixes }) => fixes.length > 0).map(({ code }) => code))
];

/** A workbook without what nobody can see: blank texts that are kept count as absent. */
function visible(workbook: Workbook): Workbook {
  const filled = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    fields: filled(sheet.fields),
    rows: sheet.rows.map(({ id, cells }) => ({ id, cells: filled(cells) }))
  }));
  return { ...workbook, sheets };
}

/** How many problems of each rule each sheet has. */
function counts(workbook: Workbook): ReadonlyMap<string, number> {
  const counted = new Map<string, number>();
  for (const { code, place } of check(workbook)) {
    const key = `${code} ${place.sheet}`;
    counted.set(key, (counted.get(key) ?? 0) + 1);
  }
  return counted;
}

function fixAll(document: WorkbookDocument, code: string): FixPlan {
  const plan = createFixPlanner()(document.workbook, fixable(document.workbook, code));
  document.edit(editOfFixes(plan.fixes));
  return plan;
}

/** The same person after a reload: documents that hold what the old ones held. */
function reloaded({ document, ...docs }: Replica): WorkbookDocument {
  const copy = (from: Y.Doc) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(from), 'storage');
    return doc;
  };
  return new WorkbookDocument({
    id: document.workbook.id,
    doc: copy(docs.doc),
    comments: copy(docs.comments),
    log: copy(docs.log),
    author: document.author
  });
}

/** The texts of cells and fields that differ, each as before → after. */
function differences(before: Workbook, after: Workbook): readonly string[] {
  const texts = ({ sheets }: Workbook) =>
    new Map(
      sheets.flatMap(({ id, fields, rows }) => [
        ...Object.entries(fields).map(([field, text]) => [`${id} ${field}`, text] as const),
        ...rows.flatMap((row) =>
          Object.entries(row.cells).map(([column, text]) => [`${row.id} ${column}`, text] as const)
        )
      ])
    );
  const [old, now] = [texts(before), texts(after)];
  const present = new Set(before.sheets.flatMap(({ rows }) => rows.map(({ id }) => id)));
  const sheets = new Set(before.sheets.map(({ id }) => id));
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((key) => present.has(key.split(' ')[0]!) || sheets.has(key.split(' ')[0]!))
    .filter((key) => (old.get(key) ?? '') !== (now.get(key) ?? ''))
    .map((key) => `${old.get(key) ?? ''} → ${now.get(key) ?? ''}`)
    .sort();
}

describe.each([
  ['planted faults', planted],
  ['papers that hold anything', papers]
])('fixing all of a rule in %s', (_, workbooks) => {
  it('mends all of it, brings nothing, and is one step back, also after a reload', () => {
    fc.assert(
      fc.property(workbooks, (workbook) => {
        for (const code of codesWithFixes(check(workbook))) {
          const [chen] = replicasOf(workbook, ['chen']) as [Replica];
          const { document } = chen;
          const [before, noted] = [document.workbook, document.entries.length];

          const plan = fixAll(document, code);

          const after = document.workbook;
          if (plan.left === 0) expect(fixable(after, code)).toEqual([]);
          const had = counts(before);
          for (const [key, count] of counts(after)) {
            expect(count, key).toBeLessThanOrEqual(had.get(key) ?? 0);
          }
          if (plan.fixes.length === 0) continue;
          expect(document.entries.length).toBe(noted + 1);

          const again = reloaded(chen);
          expect(again.undo().done).toBe(true);
          expect(visible(again.workbook)).toEqual(visible(before));
          expect(again.redo().done).toBe(true);
          expect(visible(again.workbook)).toEqual(visible(after));
        }
      }),
      { numRuns: 80 }
    );
  }, 120_000);

  it('shows beforehand exactly the texts that change', () => {
    fc.assert(
      fc.property(workbooks, (workbook) => {
        for (const code of codesWithFixes(check(workbook))) {
          const { fixes } = createFixPlanner()(workbook, fixable(workbook, code));
          const after = applyEdit(workbook, editOfFixes(fixes));
          const shown = fixes
            .flatMap(({ changes }) => changes)
            .filter(({ where }) => !/新增第 \d+ 行$|行的顺序$|目录$/.test(where))
            .map((change) => `${change.before} → ${change.after}`)
            .sort();
          const changed = differences(workbook, after);
          expect(shown).toHaveLength(changed.length);
          const whole = changed.filter((text) => text.length <= 80);
          expect(shown).toEqual(expect.arrayContaining(whole));
        }
      }),
      { numRuns: 80 }
    );
  }, 120_000);
});

describe('fixing all of a rule beside a colleague', () => {
  it('takes back what was fixed and leaves what the colleague wrote meanwhile', () => {
    fc.assert(
      fc.property(planted, fc.nat(2), fc.nat(5), (workbook, sheet, row) => {
        for (const code of codesWithFixes(check(workbook))) {
          const [chen, zhou] = replicasOf(workbook, ['chen', 'zhou']) as [Replica, Replica];
          const theirs = workbook.sheets[sheet]!.rows.at(
            row % workbook.sheets[sheet]!.rows.length
          )!;
          // 依据 is what no fix of these rules changes.
          const written: Change = { do: 'cell', row: theirs.id, column: 'basis', text: '会议纪要' };

          fixAll(chen.document, code);
          zhou.document.edit({ label: '依据', changes: [written] });
          settle([chen, zhou]);
          const later = reloaded(chen);
          later.undo();
          chen.document.undo();
          settle([chen, zhou]);

          const expected = applyEdit(workbook, { label: '', changes: [written] });
          expect(visible(later.workbook)).toEqual(visible(expected));
          expect(visible(chen.document.workbook)).toEqual(visible(expected));
          expect(visible(zhou.document.workbook)).toEqual(visible(expected));
        }
      }),
      { numRuns: 40 }
    );
  }, 120_000);
});
