import { describe, expect, it } from 'vitest';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { PART_ONE } from '#lib/model/outline.ts';
import { workbookFromTemplate } from '#lib/model/template.ts';
import { cellText, fieldText, type Sheet, type Workbook } from '#lib/model/workbook.ts';
import { projectSheet, smallWorkbook } from '#tests/support/workbooks.ts';
import { adopted, plan } from './adopted.ts';

const project = (id: string, number: string, fields: Sheet['fields']) =>
  projectSheet(id, { number, title: `${fields.projectName}绩效目标表`, fields });

const SIX = {
  projectCode: '13000023P000000000016',
  projectName: '堤防维修养护费',
  budget: '18.00'
};

const titles = ({ sheets }: Workbook) => sheets.map(({ number, title }) => `${number}${title}`);

describe('taking imported sheets into an open workbook', () => {
  it('puts each sheet behind its like, with its number as printed', () => {
    const open = createWorkbook({
      sheets: [
        createSheet('text', { number: '一、', title: '总体绩效目标', path: [PART_ONE] }),
        projectSheet('p1', { title: '河道清淤专项经费绩效目标表', number: '1.' }),
        createSheet('disclosure', { form: 'income', title: '收入总表' }),
        createSheet('text', { title: '机关运行经费安排情况', path: ['公开说明'] })
      ]
    });
    const imported = createWorkbook({
      sheets: [
        createSheet('text', { number: '四、', title: '其他说明', path: [PART_ONE] }),
        project('x', '7.', SIX),
        createSheet('disclosure', { form: 'expenditure', title: '支出总表' }),
        createSheet('text', { title: '名词解释', path: ['公开说明'] }),
        createSheet('text', { title: '没有上级标题的一段' })
      ]
    });

    expect(titles(adopted(open, [imported]))).toEqual([
      '一、总体绩效目标',
      '四、其他说明',
      '没有上级标题的一段',
      '1.河道清淤专项经费绩效目标表',
      '7.堤防维修养护费绩效目标表',
      '收入总表',
      '支出总表',
      '机关运行经费安排情况',
      '名词解释'
    ]);
  });

  it('puts the first of a kind where a paper has that kind', () => {
    const projects = createWorkbook({ sheets: [projectSheet('p1')] });
    const texts = createWorkbook({ sheets: [createSheet('text', { title: '工作保障措施' })] });

    expect(adopted(projects, [texts]).sheets.map(({ kind }) => kind)).toEqual(['text', 'project']);
    expect(adopted(texts, [projects]).sheets.map(({ kind }) => kind)).toEqual(['text', 'project']);
  });

  it('gives every sheet and row that it adds an id of its own', () => {
    const open = smallWorkbook();

    const { sheets } = adopted(open, [open], () => 'both');

    const ids = sheets.flatMap(({ id, rows }) => [id, ...rows.map((row) => row.id)]);
    expect(sheets).toHaveLength(6);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leaves out what is identical, also under another number', () => {
    const open = smallWorkbook();
    const again = { ...open, sheets: open.sheets.map((sheet) => ({ ...sheet, number: '9.' })) };

    expect(plan(open, [again])).toMatchObject({
      edit: { changes: [] },
      added: 0,
      replaced: 0,
      skipped: 3,
      first: null
    });
  });

  it('keeps both where they differ and nobody has chosen', () => {
    const open = createWorkbook({ sheets: [project('a', '1.', SIX)] });
    const imported = createWorkbook({ sheets: [project('b', '1.', { ...SIX, budget: '20.00' })] });

    expect(plan(open, [imported])).toMatchObject({ added: 1, replaced: 0, skipped: 0 });
  });

  it('fills the empty prose of a template', () => {
    const open = workbookFromTemplate({ title: '', year: 2024, department: '', template: '2015' });
    const body = '保障全市供水安全。';
    const imported = createWorkbook({
      sheets: [createSheet('text', { title: '总体绩效目标', fields: { body } })]
    });

    const after = adopted(open, [imported]);

    expect(after.sheets).toHaveLength(open.sheets.length);
    expect(fieldText(after.sheets[0]!, 'body')).toBe(body);
  });

  it('takes the texts over when it replaces, and keeps the ids, the number and the place', () => {
    const open = smallWorkbook();
    const [prose, first, second] = open.sheets as [Sheet, Sheet, Sheet];
    const [one, two, three] = first.rows;
    const imported: Sheet = {
      ...project('x', '12.', { projectName: '河道清淤专项经费', budget: '40.00' }),
      rows: [
        { ...three!, id: 'x3' },
        { id: 'x1', cells: { ...one!.cells, target: '≥14公里' } },
        { id: 'x4', cells: { level1: '满意度指标', level2: '服务对象满意度指标', target: '≥90%' } }
      ]
    };

    const after = adopted(
      open,
      [createWorkbook({ department: open.department, sheets: [imported] })],
      () => 'replace'
    );

    const replaced = after.sheets[1]!;
    expect(after.sheets.map(({ id }) => id)).toEqual([prose.id, first.id, second.id]);
    expect(replaced.number).toBe('1.');
    expect(fieldText(replaced, 'budget')).toBe('40.00');
    expect(fieldText(replaced, 'usage')).toBe('');
    expect(replaced.rows.map(({ id }) => id)).toEqual([three!.id, one!.id, expect.any(String)]);
    expect(replaced.rows.map((row) => cellText(row, 'target'))).toEqual([
      '≥18个',
      '≥14公里',
      '≥90%'
    ]);
    expect(JSON.stringify(after)).not.toContain(two!.id);
  });

  it('replaces the columns of a table too', () => {
    const free = (...columns: string[]) =>
      createWorkbook({
        sheets: [
          createSheet('free', {
            title: '附表',
            columns: columns.map((id) => ({ id, title: id })),
            rows: [createRow(Object.fromEntries(columns.map((id) => [id, `${id}1`])))]
          })
        ]
      });

    const [sheet] = adopted(free('A', 'C'), [free('A', 'B')], () => 'replace').sheets;

    expect(sheet!.columns.map(({ id }) => id)).toEqual(['A', 'B']);
    expect(sheet!.rows.map((row) => cellText(row, 'B'))).toEqual(['B1']);
  });

  it('takes in several files in a row, each after those before it', () => {
    const open = createWorkbook({ sheets: [] });
    const unit = (unitCode: string, budget: string) =>
      createWorkbook({ sheets: [project('p', '1.', { ...SIX, unitCode, budget })] });

    const after = adopted(open, [unit('405001', '1.00'), unit('405001', '2.00')], () => 'replace');

    expect(after.sheets.map((sheet) => fieldText(sheet, 'budget'))).toEqual(['2.00']);
  });
});
