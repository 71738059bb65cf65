import { describe, expect, it } from 'vitest';
import { importText } from '#lib/importers/import.ts';
import { applyEdit } from '#lib/model/apply.ts';
import type { Change } from '#lib/model/edit.ts';
import type { Row, Sheet, SheetKind, Workbook } from '#lib/model/workbook.ts';
import { createChecker } from '#lib/rules/check.ts';
import { RULES } from '#lib/rules/registry.ts';
import type { Rule } from '#lib/rules/rule.ts';
import { hasSeeds, sampleExpectation, seedText } from '#tests/support/papers.ts';

/** The ids of what the rules were shown, each with the codes of the rules, in their order. */
type Shown = Map<string, string[]>;

/** How many cells of the sheet with this id the rules read. */
type Read = Map<string, number>;

/** All rules; those of rows, fields and sheets tell what they are shown. */
function tellingRules(shown: Shown): readonly Rule[] {
  return RULES.map((rule): Rule => {
    const telling =
      <Item extends { readonly id: string }, Context, Found>(
        check: (item: Item, context: Context) => Found
      ) =>
      (item: Item, context: Context): Found => {
        shown.set(item.id, [...(shown.get(item.id) ?? []), rule.code]);
        return check(item, context);
      };
    switch (rule.scope) {
      case 'cell':
      case 'row':
        return { ...rule, check: telling(rule.check) };
      case 'field':
        return { ...rule, check: telling(rule.check) };
      case 'sheet':
        return { ...rule, check: telling(rule.check) };
      case 'workbook':
        return rule;
    }
  });
}

/** The same workbook, counting the cells that are read. */
function watched(workbook: Workbook, read: Read): Workbook {
  const watch =
    ({ id }: Sheet) =>
    (row: Row): Row => ({
      ...row,
      cells: new Proxy(row.cells, {
        get: (cells, column) => {
          read.set(id, (read.get(id) ?? 0) + 1);
          return cells[String(column)];
        }
      })
    });
  const sheets = workbook.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map(watch(sheet)) }));
  return { ...workbook, sheets };
}

function seedWorkbook(number: string): Workbook {
  const result = importText(seedText(number));
  if (!('workbook' in result)) throw new Error(`${number} was refused`);
  return result.workbook;
}

/** What rules are shown and read of a paper after an edit that comes after a check. */
function afterEdit(paper: Workbook, changesOf: (workbook: Workbook) => readonly Change[]) {
  const shown: Shown = new Map();
  const read: Read = new Map();
  const workbook = watched(paper, read);
  const checker = createChecker(tellingRules(shown));
  checker.check(workbook);
  const changes = changesOf(workbook);
  const edited = applyEdit(workbook, { label: '', changes });
  shown.clear();
  read.clear();
  checker.check(edited);
  return { workbook, shown, read };
}

/** The codes of the rules of some scopes that look at a kind of sheet. */
function codesOf(kind: SheetKind, ...scopes: readonly Rule['scope'][]): readonly string[] {
  return RULES.filter(
    (rule) =>
      scopes.includes(rule.scope) &&
      rule.scope !== 'workbook' &&
      (rule.kinds ?? ['project']).includes(kind)
  ).map(({ code }) => code);
}

const ofKind = ({ sheets }: Workbook, kind: SheetKind) =>
  sheets.find((sheet) => sheet.kind === kind && (kind === 'text' || sheet.rows.length > 1))!;

/** Rules across tables look at totals and at a few 科目 of other tables, never through all of one. */
const FEW_CELLS = 20;

const PAPERS = [
  ...['converted-word', 'pdf-page-breaks'].map(
    (name) => [name, () => sampleExpectation(name).workbook] as const
  ),
  ...(hasSeeds ? ['000', '001', '002', '004'] : []).map(
    (number) => [number, () => seedWorkbook(number)] as const
  )
];

describe.each(PAPERS)('after an edit of %s', (_, paper) => {
  it('in a cell, the row and its sheet are looked at, and of other sheets next to nothing', () => {
    const { workbook, shown, read } = afterEdit(paper(), (workbook) => {
      const row = ofKind(workbook, 'project').rows[1]!;
      return [{ do: 'cell', row: row.id, column: 'target', text: '≥7个' }];
    });
    const sheet = ofKind(workbook, 'project');
    expect(Object.fromEntries(shown)).toEqual({
      [sheet.id]: codesOf('project', 'sheet'),
      [sheet.rows[1]!.id]: codesOf('project', 'cell', 'row')
    });
    for (const other of workbook.sheets.filter(({ id }) => id !== sheet.id)) {
      const most = other.kind === 'disclosure' ? FEW_CELLS : 0;
      expect(read.get(other.id) ?? 0, other.title).toBeLessThanOrEqual(most);
    }
  });

  it('in a field, its sheet is looked at, but none of the rows by the rules of rows', () => {
    const { workbook, shown, read } = afterEdit(paper(), (workbook) => [
      { do: 'field', sheet: ofKind(workbook, 'project').id, field: 'budget', text: '7.00' }
    ]);
    const { id } = ofKind(workbook, 'project');
    const codes = [...codesOf('project', 'field'), ...codesOf('project', 'sheet')];
    expect(Object.fromEntries(shown)).toEqual({ [id]: codes });
    for (const { id: other, kind } of workbook.sheets) {
      if (kind === 'project' && other !== id) expect(read.get(other) ?? 0).toBe(0);
    }
  });

  it('in prose, no cell of a project is read', () => {
    const { workbook, shown, read } = afterEdit(paper(), (workbook) => {
      const { id, fields } = ofKind(workbook, 'text');
      return [{ do: 'field', sheet: id, field: 'body', text: `${fields['body']}完。` }];
    });
    expect([...shown.keys()]).toEqual([ofKind(workbook, 'text').id]);
    for (const { id, kind, title } of workbook.sheets) {
      const most = kind === 'disclosure' ? FEW_CELLS : 0;
      expect(read.get(id) ?? 0, title).toBeLessThanOrEqual(most);
    }
  });

  it('that takes out a row, no other row is looked at by the rules of rows', () => {
    const { workbook, shown } = afterEdit(paper(), (workbook) => [
      { do: 'delete', rows: [ofKind(workbook, 'project').rows[1]!.id] }
    ]);
    expect([...shown.keys()]).toEqual([ofKind(workbook, 'project').id]);
  });

  it('that moves a sheet, or accepts a problem, no row, field or sheet is looked at', () => {
    const moved = afterEdit(paper(), (workbook) => [
      { do: 'move-sheet', sheet: ofKind(workbook, 'project').id, after: null }
    ]);
    const waiver = {
      id: 'w1',
      code: 'unit-missing',
      place: {},
      was: '',
      reason: '',
      by: '',
      at: ''
    };
    const waived = afterEdit(paper(), () => [{ do: 'waive', waiver }]);
    expect([...moved.shown, ...waived.shown]).toEqual([]);
  });
});
