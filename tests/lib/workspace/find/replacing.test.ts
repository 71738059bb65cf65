import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { cellText, fieldText, findSheet, type Workbook } from '#lib/model/workbook.ts';
import { patternOf, type FindOptions } from '#lib/workspace/find/pattern.ts';
import { replacingOf } from '#lib/workspace/find/replacing.ts';
import { search, type Match, type Scope } from '#lib/workspace/find/search.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const LOOSE: FindOptions = { matchCase: false, wholeText: false, matchWidth: false };

/** What is searched: by default all of a workbook. */
function scopeOf(workbook: Workbook, given: Partial<Scope> = {}): Scope {
  return { sheets: workbook.sheets, parts: 'all', cover: workbook, ...given };
}

function matchesIn(
  workbook: Workbook,
  words: string,
  options = LOOSE,
  scope = scopeOf(workbook)
): Match[] {
  const steps = search(scope, patternOf(words, options)!, new WeakMap());
  return [...steps].flatMap((match) => match ?? []);
}

function replaced(workbook: Workbook, words: string, by: string, options = LOOSE) {
  const { edit, count } = replacingOf(workbook, matchesIn(workbook, words, options), by);
  return { after: applyEdit(workbook, edit), count, edit };
}

const text = (workbook: Workbook, row: string, column: string) =>
  cellText(
    findSheet(workbook, 'p1')!.rows.find(({ id }) => id === row)!,
    column
  );

describe('a search', () => {
  it('finds titles, fields, cells and notes in the order of the sheets', () => {
    const small = smallWorkbook();
    const sheets = small.sheets.map((sheet) =>
      sheet.id === 'p1' ? { ...sheet, note: '清淤见附件。清淤另报。' } : sheet
    );
    const found = matchesIn({ ...small, sheets }, '清淤').filter(
      ({ place }) => place.sheet !== 'p2'
    );
    expect(
      found.map(({ place, property }) => property ?? place.field ?? `${place.row} ${place.column}`)
    ).toEqual([
      'body',
      'title',
      'projectName',
      'usage',
      'p1-r1 level3',
      'p1-r1 description',
      'note',
      'note'
    ]);
  });

  it('counts a cell once, and each passage of a long text', () => {
    const workbook = smallWorkbook();
    const found = matchesIn(workbook, '验收').filter(({ place }) => place.sheet === 'p1');
    expect(found.map(({ place, ranges }) => [place.column, ranges.length])).toEqual([
      ['level3', 1],
      ['description', 1],
      ['basis', 1]
    ]);
    expect(matchesIn(workbook, '，')[0]!.place).toEqual({
      sheet: 's1',
      field: 'body',
      range: [8, 9]
    });
  });

  it('finds a merged first level once', () => {
    const found = matchesIn(smallWorkbook(), '产出指标');
    expect(found.map(({ place }) => place.row)).toEqual(['p1-r1', 'p2-r1']);
  });

  it('finds no ids', () => {
    expect(matchesIn(smallWorkbook(), 'p1-r')).toEqual([]);
  });
});

describe('a search of the workbook', () => {
  it('begins on its cover', () => {
    const workbook = { ...smallWorkbook(), cover: '青泉县财政局审核\n青泉县，2026年1月' };
    const found = matchesIn(workbook, '青泉县').map(({ place }) => place);
    expect(found).toEqual([
      { field: 'title', range: [0, 3] },
      { field: 'department', range: [0, 3] },
      { field: 'cover', range: [0, 3] },
      { field: 'cover', range: [9, 12] }
    ]);
  });
});

describe('a search of 项目总表', () => {
  const inTable = (workbook: Workbook, words: string) =>
    matchesIn(workbook, words, LOOSE, {
      sheets: workbook.sheets.filter(({ kind }) => kind === 'project'),
      parts: 'projects',
      cover: null
    });

  it('finds what the table shows, and nothing else', () => {
    const workbook = smallWorkbook();
    expect(inTable(workbook, '河道清淤').map(({ place }) => place)).toEqual([
      { sheet: 'p1', field: 'projectName' },
      { sheet: 'p2', field: 'projectName' }
    ]);
    expect(inTable(workbook, '2.').map(({ place, property }) => [place.sheet, property])).toEqual([
      ['p2', 'number']
    ]);
    expect(inTable(workbook, '36').map(({ place }) => place.field)).toEqual(['budget', 'budget']);
    expect([...inTable(workbook, '断面'), ...inTable(workbook, '用于')]).toEqual([]);
  });

  it('finds a name that the table has from the title, and renames the sheet with it', () => {
    const small = smallWorkbook();
    const sheets = small.sheets.map((sheet) => ({ ...sheet, fields: {} }));
    const workbook = { ...small, sheets };
    const { edit, count } = replacingOf(workbook, inTable(workbook, '清淤'), '疏浚');
    const after = findSheet(applyEdit(workbook, edit), 'p1')!;
    expect([count, after.title, fieldText(after, 'projectName')]).toEqual([
      1,
      '河道疏浚专项经费绩效目标表',
      '河道疏浚专项经费'
    ]);
  });
});

describe('replacing', () => {
  it('writes the cover, and leaves a workbook its title', () => {
    const workbook = { ...smallWorkbook(), cover: '青泉县财政局审核' };
    expect(replaced(workbook, '青泉县', '柳河县').after).toMatchObject({
      title: '柳河县水务局 2026 年部门预算绩效文本',
      department: '柳河县水务局',
      cover: '柳河县财政局审核'
    });
    expect(replaced(workbook, workbook.title, '').count).toBe(0);
  });

  it('writes cells, fields, prose and titles in one edit, and counts what was found', () => {
    const { after, count } = replaced(smallWorkbook(), '河道清淤', '河道疏浚');
    expect(findSheet(after, 'p1')!.title).toBe('河道疏浚专项经费绩效目标表');
    expect(fieldText(findSheet(after, 'p1')!, 'usage')).toBe('用于河道疏浚。');
    expect(fieldText(findSheet(after, 's1')!, 'body')).toBe('年内完成河道疏浚，确保安全度汛。');
    expect(JSON.stringify(after)).not.toContain('河道清淤');
    expect(count).toBe(matchesIn(smallWorkbook(), '河道清淤').length);
  });

  it('replaces several passages of one text', () => {
    const workbook = smallWorkbook();
    const sheets = workbook.sheets.map((sheet) =>
      sheet.id === 's1' ? { ...sheet, fields: { body: '一年，一年又一年。' } } : sheet
    );
    const { after, count } = replaced({ ...workbook, sheets }, '一年', '三个年头');
    expect(fieldText(findSheet(after, 's1')!, 'body')).toBe('三个年头，三个年头又三个年头。');
    expect(count).toBe(3);
  });

  it('replaces the first level in all rows of its run', () => {
    const { after } = replaced(smallWorkbook(), '产出指标', '产出');
    expect(['p1-r1', 'p1-r2', 'p1-r3'].map((row) => text(after, row, 'level1'))).toEqual([
      '产出',
      '产出',
      '效益指标'
    ]);
  });

  it('takes what is written as it is, whatever signs it has', () => {
    const { after } = replaced(smallWorkbook(), '12公里', '$& * ~?');
    expect(text(after, 'p1-r1', 'target')).toBe('≥$& * ~?');
  });

  it('leaves a sheet its title', () => {
    const { after, count } = replaced(smallWorkbook(), '节水宣传经费绩效目标表', '');
    expect(findSheet(after, 'p2')!.title).toBe('节水宣传经费绩效目标表');
    expect(count).toBe(0);
  });

  it('leaves alone what has changed since it was found', () => {
    const workbook = smallWorkbook();
    const matches = matchesIn(workbook, '12公里');
    const change = { do: 'cell', row: 'p1-r1', column: 'target', text: '≥12公里（暂定）' } as const;
    const { edit, count } = replacingOf(
      applyEdit(workbook, { label: '', changes: [change] }),
      matches,
      '20公里'
    );
    expect(count).toBe(1);
    expect(edit.changes).toEqual([{ do: 'cell', row: 'p2-r1', column: 'target', text: '≥20公里' }]);
  });

  it('changes nothing where nothing was found or all stays the same', () => {
    expect(replaced(smallWorkbook(), '不在这里', '在').edit.changes).toEqual([]);
    expect(replaced(smallWorkbook(), '清淤', '清淤').count).toBe(0);
  });
});
