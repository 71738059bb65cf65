import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importText, type ImportResult } from '#lib/importers/import.ts';
import { readWorkbook } from '#lib/model/schema.ts';
import type { Sheet } from '#lib/model/workbook.ts';

function imported(text: string, fileName?: string): Extract<ImportResult, { ok: true }> {
  const result = importText(text.replaceAll('|', '\t'), fileName ? { fileName } : {});
  if (!result.ok) throw new Error(result.sentence);
  return result;
}

const cellsOf = ({ rows }: Sheet) => rows.map(({ cells }) => Object.values(cells));

describe('a table that no form claims', () => {
  test('is imported though it is all there is, named by its file, and said not to be known', () => {
    const { workbook, notes } = imported('泵站|台数\n东坝|3\n南闸|2', '泵站清单.txt');

    expect(workbook.sheets).toMatchObject([{ kind: 'free', title: '泵站清单' }]);
    expect(workbook.sheets[0]!.columns.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(cellsOf(workbook.sheets[0]!)).toEqual([
      ['泵站', '台数'],
      ['东坝', '3'],
      ['南闸', '2']
    ]);
    expect(notes.map(({ kind, text }) => [kind, text.includes('不是已知的表')])).toContainEqual([
      'recognised',
      true
    ]);
  });

  test('keeps its empty cells in place', () => {
    const { workbook } = imported('泵站||台数\n东坝||\n||2\n');

    expect(cellsOf(workbook.sheets[0]!)).toEqual([
      ['泵站', '', '台数'],
      ['东坝', '', ''],
      ['', '', '2']
    ]);
  });

  test('takes its title from the line above, money unit and notes from around it', () => {
    const { workbook } = imported(
      '二、分项绩效目标\n汛前检修全部泵站。\n泵站检修计划\n单位：万元\n泵站|费用\n东坝|3\n注：不含电费。\n以上按月通报。'
    );

    expect(workbook.sheets).toMatchObject([
      { kind: 'text', fields: { body: '汛前检修全部泵站。\n以上按月通报。' } },
      { kind: 'free', title: '泵站检修计划', note: '单位：万元\n注：不含电费。' }
    ]);
  });

  test('is not what blank cells alone are, as a page break leaves them', () => {
    const { workbook } = imported(
      '二、分项绩效目标\n汛前检修全部泵站。\n泵站检修计划\n|\n|\n\n|\n|\n'
    );

    expect(workbook.sheets).toMatchObject([{ kind: 'text' }]);
  });

  test('with a cell on each line is read where rows are alike or cells blank', () => {
    const { workbook } = imported('检修计划\n|泵站\n|台数\n|电机\n\n|东坝\n|3\n|\n');

    expect(cellsOf(workbook.sheets[0]!)).toEqual([
      ['泵站', '台数', '电机'],
      ['东坝', '3', '']
    ]);
  });
});

describe('prose with stray tabs is no table', () => {
  test.each([
    [
      'indented paragraphs',
      '|治理河道两条。\n|治理面积六平方公里。\n\n|供水一切正常。\n|节水有成效。'
    ],
    ['sentences with a tab inside', '治理河道两条。|按月通报。\n供水正常。|责任到人。'],
    ['one line with tabs', '编制：张股长|审核：李局长|日期：三月'],
    ['lines with one tab each, now and then', '治理河道|两条\n供水一切正常\n节水|有成效']
  ])('%s', (_, prose) => {
    const { workbook } = imported(`二、分项绩效目标\n${prose}`);

    expect(workbook.sheets.map(({ kind }) => kind)).toEqual(['text']);
    const body = workbook.sheets[0]!.fields.body!.replace(/\s/g, '');
    expect(body).toBe(prose.replace(/[\s|]/g, ''));
  });
});

test('whatever cells are pasted, each is where it was', () => {
  const cell = fc
    .string({ unit: fc.constantFrom(...'泵站甲乙12.,a'), minLength: 1, maxLength: 6 })
    // Three dots and a number are the entry of a 目录.
    .filter((text) => !text.includes('...'));
  const table = fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 8 }))
    .chain(([columns, rows]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows
      })
    );
  fc.assert(
    fc.property(table, (rows) => {
      const { workbook } = imported(rows.map((row) => row.join('|')).join('\n'));

      expect(cellsOf(workbook.sheets[0]!)).toEqual(rows);
    })
  );
});

test('a text longer than a cell may be is cut where it must, and its end is listed', () => {
  const long = `清单${'堤'.repeat(20_000)}完`;
  const { workbook, notes } = imported(`泵站|说明\n东坝|${long}`);

  expect(readWorkbook(workbook)).toHaveProperty('workbook');
  const [end] = notes.filter(({ kind }) => kind === 'unplaced');
  expect(end).toMatchObject({ line: 2, place: { column: 'B' } });
  expect(workbook.sheets[0]!.rows[1]!.cells.B + end!.text).toBe(long);
});
