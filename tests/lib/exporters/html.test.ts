import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportHtml } from '#lib/exporters/html.ts';
import { cellText, fieldText, sheetName } from '#lib/model/workbook.ts';
import { elementsOf, parseMarkup, type MarkupElement } from '#tests/support/markup.ts';
import { textSampleNames } from '#tests/support/papers.ts';
import {
  hostileWorkbook,
  projectsOf,
  sampleWorkbook,
  TABLE_FIELDS,
  workbookOfOtherKinds
} from './papers.ts';

const read = (workbook: Parameters<typeof exportHtml>[0]): MarkupElement =>
  parseMarkup(new TextDecoder().decode(exportHtml(workbook)));

/** The cells of a table as a screen shows them: what is merged stands in all its places. */
function grid(table: MarkupElement): string[][] {
  const texts: string[][] = elementsOf(table, 'tr').map(() => []);
  elementsOf(table, 'tr').forEach(({ children }, rowIndex) => {
    let column = 0;
    for (const { attributes, text } of children) {
      while (texts[rowIndex]![column] !== undefined) column += 1;
      for (let down = 0; down < Number(attributes.rowspan ?? 1); down += 1) {
        for (let right = 0; right < Number(attributes.colspan ?? 1); right += 1) {
          texts[rowIndex + down]![column + right] = text;
        }
      }
      column += Number(attributes.colspan ?? 1);
    }
  });
  return texts;
}

describe('a paper as html', () => {
  it.each(textSampleNames)('%s has every header field and indicator in its form', (name) => {
    const workbook = sampleWorkbook(name);

    const tables = elementsOf(read(workbook), 'table').filter(({ text }) =>
      text.includes('项目编码')
    );

    const projects = projectsOf(workbook);
    expect(tables).toHaveLength(projects.length);
    projects.forEach((sheet, index) => {
      const rows = grid(tables[index]!);
      const values = elementsOf(tables[index]!, 'td')
        .filter(({ attributes }) => attributes.class !== 'label')
        .map(({ text }) => text);
      expect(values.slice(0, TABLE_FIELDS.length)).toEqual(
        TABLE_FIELDS.map((field) => fieldText(sheet, field))
      );
      expect(rows.every((cells) => cells.length === 7 && !cells.includes(undefined!))).toBe(true);
      expect(rows.slice(7).map((cells) => cells.filter((_, column) => column !== 4))).toEqual(
        sheet.rows.map((row) => sheet.columns.map(({ id }) => cellText(row, id)))
      );
    });
  });

  it('merges equal first levels and keeps different ones apart', () => {
    const [table] = elementsOf(read(sampleWorkbook()), 'table');

    const levels = elementsOf(table!, 'td').filter(({ text }) =>
      /^(产出|效益|满意度)指标$/.test(text)
    );
    expect(levels.map(({ text, attributes }) => [text, attributes.rowspan ?? '1'])).toEqual([
      ['产出指标', '4'],
      ['效益指标', '1'],
      ['满意度指标', '1']
    ]);
  });

  it('begins each project on a page of its own, unit and money unit above the table', () => {
    const workbook = sampleWorkbook();
    const pages = elementsOf(read(workbook), 'section').filter(
      ({ attributes }) => attributes.class === 'own'
    );

    expect(pages.map((page) => elementsOf(page, 'div')[0]!.text)).toEqual(
      projectsOf(workbook).map(
        (sheet) => `${fieldText(sheet, 'unitCode')}  ${fieldText(sheet, 'unitName')}单位：万元`
      )
    );
  });

  it('lists every sheet in the 目录, each line leading to its heading', () => {
    const workbook = sampleWorkbook();
    const page = read(workbook);

    const links = elementsOf(elementsOf(page, 'nav')[0]!, 'a');
    const headings = ['h2', 'h3'].flatMap((tag) => elementsOf(page, tag));
    const texts = links.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(workbook.sheets.map(sheetName)));
    expect(texts.filter((text) => text.startsWith('第'))).toHaveLength(2);
    for (const { attributes, text } of links) {
      const target = headings.find(({ attributes: { id } }) => `#${id}` === attributes.href);
      expect(target?.text).toBe(text);
    }
  });

  it('prints the other kinds of sheets, a wide one across', () => {
    const page = read(workbookOfOtherKinds());
    const [disclosure, brief, free] = elementsOf(page, 'section');

    expect(grid(elementsOf(disclosure!, 'table')[0]!)).toEqual([
      ['序号', '功能分类科目', '功能分类科目', '合计', '基本支出', '项目支出'],
      ['序号', '科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['栏次', '1', '2', '3', '4', '5'],
      ['1', '213', '农林水支出', '1,236.50', '900', '336.5']
    ]);
    expect(disclosure!.text).toContain('405001  青泉县水务局  预算年度：2024单位：万元');
    expect(disclosure!.text).toContain('数据含上年结转');
    expect(elementsOf(brief!, 'table')).toEqual([]);
    expect(elementsOf(brief!, 'p').map(({ text }) => text)).toEqual([
      '防汛股',
      '项目名称：防汛物资储备费',
      '一、项目基本情况',
      '（一）项目概况',
      '（二）资金安排情况',
      '该项目安排资金共计12.00万元。其中：',
      '1、编织袋，安排7.00万元；',
      '2、救生衣，安排5.00万元。',
      '二、绩效目标和指标设置情况',
      '（一）绩效目标',
      '（二）绩效指标',
      '（三）评价标准'
    ]);
    expect(free!.attributes.class).toBe('across');
    expect(free!.text).toContain('=1+1');
  });

  it('runs nothing and stays in order whatever its texts hold', () => {
    fc.assert(
      fc.property(hostileWorkbook, (workbook) => {
        const page = read(workbook);
        expect(elementsOf(page, 'script')).toEqual([]);
        expect(elementsOf(page, 'section')).toHaveLength(workbook.sheets.length);
      })
    );
  });
});
