import { describe, expect, test } from 'vitest';
import { smallWorkbook } from '#tests/support/workbooks.ts';
import { edited, imported, rowIds } from './edited-document.ts';

describe('sheets of a handed out document that was changed in Word', () => {
  test('takes a title and a paragraph as they were changed', async () => {
    const bytes = edited(smallWorkbook(), (xml) =>
      xml
        .replaceAll('一、总体绩效目标', '一、本年总体目标')
        .replace('确保安全度汛。', '确保安全度汛。</w:t></w:r></w:p><w:p><w:r><w:t>新的一段。')
    );

    const { workbook } = await imported(bytes);

    const [prose] = workbook.sheets;
    expect(prose).toMatchObject({ id: 's1', number: '一、', title: '本年总体目标' });
    expect(prose!.fields.body).toBe('年内完成河道清淤，确保安全度汛。\n新的一段。');
  });

  test('reads a table that was copied below another one as a new sheet', async () => {
    const bytes = edited(smallWorkbook(), (xml) => {
      const [table] = xml.match(/<w:tbl>.*?<\/w:tbl>/s)!;
      const heading = '<w:p><w:r><w:t>3.村庄绿化经费绩效目标表</w:t></w:r></w:p>';
      const copy = table.replace('河道清淤专项经费', '村庄绿化经费');
      return xml.replace(table, table + heading + copy);
    });

    const { workbook } = await imported(bytes);

    expect(workbook.sheets.map(({ id, kind }) => [id, kind])).toEqual([
      ['s1', 'text'],
      ['p1', 'project'],
      ['new1', 'project'],
      ['p2', 'project']
    ]);
    expect(workbook.sheets[2]!.fields.projectName).toBe('村庄绿化经费');
  });

  test.each([
    ['directly below its heading', '一、总体绩效目标'],
    ['between its paragraphs', '年内完成河道清淤，确保安全度汛。']
  ])('keeps the prose around a table that was put %s', async (_, above) => {
    const [prose, ...others] = smallWorkbook().sheets;
    const body = '年内完成河道清淤，确保安全度汛。\n年内完成节水宣传。';
    const workbook = { ...smallWorkbook(), sheets: [{ ...prose!, fields: { body } }, ...others] };
    const bytes = edited(workbook, (xml) => {
      const cells = (texts: readonly string[]) =>
        texts.map((text) => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`).join('');
      const rows = [
        ['乡镇', '应收'],
        ['城关镇', '120.50']
      ].map((texts) => `<w:tr>${cells(texts)}</w:tr>`);
      const end = xml.indexOf('</w:p>', xml.lastIndexOf(above)) + '</w:p>'.length;
      return `${xml.slice(0, end)}<w:tbl>${rows.join('')}</w:tbl>${xml.slice(end)}`;
    });

    const { sheets } = (await imported(bytes)).workbook;

    expect(sheets[0]).toEqual(workbook.sheets[0]);
    expect(sheets[1]).toMatchObject({ kind: 'free', rows: [{ cells: {} }, { cells: {} }] });
    expect(sheets.slice(2)).toEqual(others);
  });

  test.each([
    ['a line is opened', ''],
    ['a page is ended', '<w:r><w:br w:type="page"/></w:r>']
  ])('keeps its ids when %s above the heading of a sheet', async (_, run) => {
    const workbook = smallWorkbook();
    const bytes = edited(workbook, (xml) => {
      const heading = '<w:pStyle w:val="Heading1"/></w:pPr>';
      return xml.replace(
        /<w:bookmarkStart [^>]*_Jibiao1"\/>/,
        (anchor) => `${anchor}${run}</w:p><w:p><w:pPr>${heading}`
      );
    });

    expect((await imported(bytes)).workbook).toEqual(workbook);
  });

  test('does without a sheet that was deleted, and says so', async () => {
    const bytes = edited(smallWorkbook(), (xml) =>
      xml.replace(/<w:p>(?:(?!<w:p>).)*_Jibiao2"(?:(?!<\/w:tbl>).)*<\/w:tbl>/s, '')
    );

    const { workbook, notes } = await imported(bytes);

    expect(workbook.sheets.map(({ id }) => id)).toEqual(['s1', 'p2']);
    expect(notes.map(({ text }) => text)).toContain(
      '原来的工作簿中有 1 张表在文件里已找不到，没有读入。'
    );
  });

  test('leaves the line above a table to it when the heading between two tables was deleted', async () => {
    const path = ['第二部分 项目绩效目标'];
    const unit = { unitCode: '108001', unitName: '青泉县水务局', moneyUnit: '万元' };
    const sheets = smallWorkbook().sheets.map((sheet) =>
      sheet.kind === 'project'
        ? { ...sheet, path, note: '注：金额含税。', fields: { ...sheet.fields, ...unit } }
        : sheet
    );
    const bytes = edited({ ...smallWorkbook(), sheets }, (xml) =>
      xml.replace(/<w:p>(?:(?!<w:p>).)*_Jibiao3".*?<\/w:p>/s, '')
    );

    const { workbook } = await imported(bytes);

    expect(workbook.sheets.slice(0, 2)).toEqual(sheets.slice(0, 2));
    expect(workbook.sheets[2]).toMatchObject({ kind: 'project', path, fields: unit });
  });

  test.each(['第一部分 部门整体绩效目标', '第二部分 预算项目绩效目标'])(
    'leaves the sheets in their part of the outline when a paragraph stands below “%s”',
    async (part) => {
      const sheets = smallWorkbook().sheets.map((sheet) => ({
        ...sheet,
        path: [sheet.kind === 'text' ? '第一部分 部门整体绩效目标' : '第二部分 预算项目绩效目标']
      }));
      const bytes = edited({ ...smallWorkbook(), sheets }, (xml) => {
        const end = xml.indexOf('</w:p>', xml.lastIndexOf(part)) + '</w:p>'.length;
        const paragraph = '<w:p><w:r><w:t>各项目按预算批复编列。</w:t></w:r></w:p>';
        return xml.slice(0, end) + paragraph + xml.slice(end);
      });

      const read = (await imported(bytes)).workbook.sheets;

      const own = read.filter(({ id }) => !id.startsWith('new'));
      expect(own).toEqual(sheets);
    }
  );

  test('gives its ids to the first of two sheets with the same anchor', async () => {
    const bytes = edited(smallWorkbook(), (xml) => xml.replaceAll('"_Jibiao3"', '"_Jibiao2"'));

    const { workbook } = await imported(bytes);

    expect(workbook.sheets.slice(0, 2).map(({ id }) => id)).toEqual(['s1', 'p1']);
    expect(workbook.sheets).toHaveLength(3);
  });

  test('keeps the note of a table whose form was changed', async () => {
    const sheets = smallWorkbook().sheets.map((sheet) => ({ ...sheet, note: '注：金额含税。' }));
    const bytes = edited({ ...smallWorkbook(), sheets }, (xml) =>
      xml.replace('预算规模及资金用途', '资金情况')
    );

    const { workbook } = await imported(bytes);

    expect(workbook.sheets.map(({ id, note }) => [id, note])).toEqual([
      ['s1', '注：金额含税。'],
      ['p1', '注：金额含税。'],
      ['p2', '注：金额含税。']
    ]);
  });

  test('reads a table whose form was changed as any other, and says so', async () => {
    const bytes = edited(smallWorkbook(), (xml) => xml.replace('预算规模及资金用途', '资金情况'));

    const { workbook, notes } = await imported(bytes);

    expect(workbook.sheets.map(({ id }) => id)).toEqual(['s1', 'p1', 'p2']);
    expect(rowIds(workbook, 'p1')).toEqual(['p1-r1', 'p1-r2', 'p1-r3']);
    expect(notes.map(({ text }) => text)).toContain('这张表的样式改动较大，已按普通文件重新识别。');
  });
});
