import { describe, expect, test } from 'vitest';
import { importText, type ImportResult } from '#lib/importers/import.ts';
import type { Sheet } from '#lib/model/workbook.ts';
import { sampleText } from '#tests/support/papers.ts';

const LINES = sampleText('converted-word-plain').split('\n');
const ROWS = sampleText('pasted-table').split('\n');

function imported(lines: readonly string[]): Extract<ImportResult, { ok: true }> {
  const result = importText(lines.join('\n'));
  if (!result.ok) throw new Error(result.sentence);
  return result;
}

function projects(lines: readonly string[]): Sheet[] {
  return imported(lines).workbook.sheets.filter(({ kind }) => kind === 'project');
}

function cellsOf(sheet: Sheet | undefined): unknown[] {
  return sheet?.rows.map(({ cells }) => cells) ?? [];
}

describe('a table that breaks off', () => {
  test('in its header is imported without indicators, and that is noted', () => {
    const end = LINES.indexOf('\t资金支出计划（%）');
    const { workbook, notes } = imported(LINES.slice(0, end));

    const sheet = workbook.sheets.at(-1)!;
    expect(sheet.fields).toMatchObject({
      projectName: '乡村教师培训经费',
      planMarch: '',
      goal: ''
    });
    expect(sheet.rows).toEqual([]);
    expect(notes).toContainEqual(
      expect.objectContaining({ kind: 'unknown', place: { sheet: sheet.id } })
    );
  });

  test('inside a row keeps the cells it has', () => {
    const end = LINES.indexOf('\t≧95%');

    const [sheet] = projects(LINES.slice(0, end));

    expect(cellsOf(sheet)).toHaveLength(2);
    expect(cellsOf(sheet)[1]).toMatchObject({ level3: '培训合格率', target: '', basis: '' });
  });
});

describe('a repair that a careful reader would make', () => {
  const whole = cellsOf(projects(LINES)[0]);

  test('two rows whose blank line was lost are separated', () => {
    const blank = LINES.indexOf('', LINES.indexOf('\t数量指标'));

    expect(cellsOf(projects(LINES.toSpliced(blank, 1))[0])).toEqual(whole);
  });

  test('a row that a page end broke in two is joined', () => {
    const target = LINES.indexOf('\t≥200人');

    expect(cellsOf(projects(LINES.toSpliced(target, 0, '', ''))[0])).toEqual(whole);
  });

  test('a cell with two paragraphs, pasted from a document, is one cell', () => {
    const pasted = ROWS.map((line) =>
      line.replace('\t完成改造的农户数\t', '\t完成改造的\n农户数\t')
    );
    const { workbook, notes } = imported(pasted);

    expect(cellsOf(workbook.sheets[0])[1]).toMatchObject({
      level3: '改厕户数',
      description: '完成改造的\n农户数',
      target: '≥640户'
    });
    expect(notes.filter(({ kind }) => kind === 'unplaced')).toEqual([]);
  });

  test('a cell with two paragraphs, pasted from a spreadsheet, loses the quotes around it', () => {
    const pasted = ROWS.map((line) => {
      if (line.startsWith('绩效目标\t')) return '绩效目标\t"完成改厕\n""长期""有人管"\t\t\t\t';
      return line.replace('\t完成改造的农户数\t', '\t"完成改造的\n农户数"\t');
    }).filter((line) => !line.startsWith('\t改造后'));
    const [sheet] = projects(pasted);

    expect(sheet!.fields.goal).toBe('完成改厕\n"长期"有人管');
    expect(cellsOf(sheet)[1]).toMatchObject({ description: '完成改造的\n农户数' });
  });

  test('column titles repeated on the next page are no row', () => {
    const titles = ROWS.find((line) => line.startsWith('一级指标'))!;
    const { workbook, notes } = imported(ROWS.toSpliced(-3, 0, titles));

    expect(cellsOf(workbook.sheets[0])).toEqual(cellsOf(projects(ROWS)[0]));
    expect(notes.filter(({ kind }) => kind === 'unplaced')).toEqual([]);
  });

  test('column titles glued in a cell of a row are a text of that row', () => {
    const row = ROWS.findIndex((line) => line.split('\t')[2] === '改厕户数');
    expect(row).toBeGreaterThan(0);
    const cells = ROWS[row]!.split('\t').with(2, '一级指标二级指标');

    const [sheet] = projects(ROWS.with(row, cells.join('\t')));

    expect(cellsOf(sheet)).toContainEqual(expect.objectContaining({ level3: '一级指标二级指标' }));
  });

  test('a first level printed in the middle of its span counts for the whole span', () => {
    const moved = ROWS.map((line) => {
      if (line.startsWith('产出指标\t数量指标')) return line.slice('产出指标'.length);
      return line.startsWith('\t质量指标') ? `产出指标${line}` : line;
    });

    expect(cellsOf(projects(moved)[0])).toEqual(cellsOf(projects(ROWS)[0]));
  });
});

describe('what has no place', () => {
  test('a stray line between two rows is listed and touches neither', () => {
    const { workbook, notes } = imported(ROWS.toSpliced(-3, 0, '扫描件第三页', '- 3 -'));

    expect(cellsOf(workbook.sheets[0])).toEqual(cellsOf(projects(ROWS)[0]));
    expect(notes.filter(({ kind }) => kind === 'unplaced').map(({ text }) => text)).toEqual([
      '扫描件第三页',
      '- 3 -'
    ]);
  });

  test('a column that the form does not have is listed cell by cell', () => {
    const widened = ROWS.map((line) => {
      if (line.startsWith('一级指标')) return `${line}\t备注`;
      return line.startsWith('产出指标') ? `${line}\t分两批` : line;
    });
    const { workbook, notes } = imported(widened);

    expect(cellsOf(workbook.sheets[0])).toEqual(cellsOf(projects(ROWS)[0]));
    expect(notes.filter(({ kind }) => kind === 'unplaced').map(({ text }) => text)).toEqual([
      '备注',
      '分两批'
    ]);
  });
});

describe('tables without headings', () => {
  test('one without unit, cover or file name is known by its title', () => {
    expect(imported(ROWS).workbook).toMatchObject({
      title: '农村厕所改造补助绩效目标表',
      year: 2026,
      region: '139904'
    });
  });

  test('two pasted one below the other are two sheets, each with the unit above it', () => {
    const unit = '318001 白石县交通运输局本级\t\t\t单位：万元';
    const pasted = [unit, ...ROWS, '', unit.replace('318001', '318002'), ...ROWS];

    expect(projects(pasted).map(({ fields, rows }) => [fields.unitCode, rows.length])).toEqual([
      ['318001', 6],
      ['318002', 6]
    ]);
  });

  test('a use of the money that begins with digits is not taken for a unit', () => {
    const [sheet] = projects(
      ROWS.map((line) => (line.startsWith('\t补助六百') ? '\t640户改厕补助' : line))
    );

    expect(sheet!.fields).toMatchObject({ unitCode: '', usage: '640户改厕补助' });
  });
});
