import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportDocx } from '#lib/exporters/docx/docx.ts';
import { createSheet, createWorkbook } from '#lib/model/create.ts';
import { cellText, fieldText, sheetName, type Workbook } from '#lib/model/workbook.ts';
import { elementsOf, type MarkupElement } from '#tests/support/markup.ts';
import { officePart, officeParts } from '#tests/support/office-file.ts';
import { textSampleNames } from '#tests/support/papers.ts';
import { projectSheet } from '#tests/support/workbooks.ts';
import {
  hostileWorkbook,
  projectsOf,
  sampleWorkbook,
  TABLE_FIELDS,
  workbookOfOtherKinds
} from '../papers.ts';

const body = (workbook: Workbook) => officePart(exportDocx(workbook), 'word/document.xml');

const value = (within: MarkupElement, name: string) =>
  elementsOf(within, name)[0]?.attributes['w:val'];

/** The lines of a cell or of the whole document. */
const lines = (within: MarkupElement) => elementsOf(within, 'w:p').map(({ text }) => text);

interface ReadCell {
  readonly text: string;
  readonly span: number;
  readonly merge: string | undefined;
}

function readTable(table: MarkupElement): ReadCell[][] {
  return elementsOf(table, 'w:tr').map((row) =>
    elementsOf(row, 'w:tc').map((cell) => ({
      text: lines(cell).join('\n'),
      span: Number(value(cell, 'w:gridSpan') ?? 1),
      merge: value(cell, 'w:vMerge')
    }))
  );
}

describe('a paper as docx', () => {
  it.each(textSampleNames)('%s has every header field and indicator in its form', (name) => {
    const workbook = sampleWorkbook(name);

    const tables = elementsOf(body(workbook), 'w:tbl')
      .map(readTable)
      .filter(([first]) => first![0]!.text === '项目编码');

    const projects = projectsOf(workbook);
    expect(tables).toHaveLength(projects.length);
    projects.forEach((sheet, index) => {
      const rows = tables[index]!;
      const [code, funds, usage, , plan, goal] = rows.map((cells) => cells.map(({ text }) => text));
      const printed = [code![1], code![3], funds![2], funds![4], funds![6], usage![1]];
      expect([...printed, ...plan!.slice(1), goal![1]]).toEqual(
        TABLE_FIELDS.map((field) => fieldText(sheet, field))
      );
      let level1 = '';
      const indicators = rows.slice(7).map((cells) => {
        if (cells[0]!.merge !== 'continue') level1 = cells[0]!.text;
        return [level1, ...cells.slice(1).map(({ text }) => text)];
      });
      expect(indicators).toEqual(
        sheet.rows.map((row) => sheet.columns.map(({ id }) => cellText(row, id)))
      );
    });
  });

  it('merges the first level down, and fills its grid in every row', () => {
    const rows = readTable(elementsOf(body(sampleWorkbook()), 'w:tbl')[0]!);

    expect(rows.slice(7).map(([first]) => first!.merge)).toEqual([
      'restart',
      'continue',
      'continue',
      'continue',
      undefined,
      undefined
    ]);
    for (const cells of rows) expect(cells.reduce((sum, { span }) => sum + span, 0)).toBe(7);
  });

  it('has a cover, and every title in a 目录 that Word renews', () => {
    const workbook = sampleWorkbook();
    const document = body(workbook);
    const contents = elementsOf(document, 'w:sdt')[0]!;
    const bookmarks = elementsOf(document, 'w:bookmarkStart')
      .map(({ attributes }) => attributes['w:name']!)
      .filter((name) => name.startsWith('_Toc'));

    const links = elementsOf(contents, 'w:hyperlink');
    const title = (link: MarkupElement) =>
      elementsOf(link, 'w:t')
        .map(({ text }) => text)
        .join('');
    expect(links.map(title)).toEqual(expect.arrayContaining(workbook.sheets.map(sheetName)));
    expect(links.map(({ attributes }) => attributes['w:anchor'])).toEqual(bookmarks);
    const fields = elementsOf(contents, 'w:instrText').map(({ text }) => text.trim());
    expect(fields).toEqual([
      'TOC \\o "1-2" \\h \\z \\u',
      ...bookmarks.map((name) => `PAGEREF ${name} \\h`)
    ]);
    expect(lines(document).slice(0, 2)).toEqual([workbook.title, `${workbook.department}编制`]);
  });

  it('opens and ends every field', () => {
    const kinds = elementsOf(body(sampleWorkbook()), 'w:fldChar').map(
      ({ attributes }) => attributes['w:fldCharType']
    );
    const count = (kind: string) => kinds.filter((each) => each === kind).length;
    expect([count('separate'), count('end')]).toEqual([count('begin'), count('begin')]);
  });

  it('is on A4, each project on a page of its own', () => {
    const workbook = sampleWorkbook();
    const document = body(workbook);

    expect(elementsOf(document, 'w:pgSz').map(({ attributes }) => attributes)).toEqual([
      { 'w:w': '11906', 'w:h': '16838' },
      { 'w:w': '11906', 'w:h': '16838' }
    ]);
    expect(elementsOf(document, 'w:pageBreakBefore')).toHaveLength(projectsOf(workbook).length);
  });

  it('turns the paper for a table with many columns, and repeats its header', () => {
    const document = body(workbookOfOtherKinds());

    const turned = elementsOf(document, 'w:pgSz').map(({ attributes }) => attributes['w:orient']);
    expect(turned).toEqual([undefined, undefined, 'landscape']);
    const heads = elementsOf(document, 'w:tbl').map((table) => elementsOf(table, 'w:tblHeader'));
    expect(heads.map((head) => head.length)).toEqual([3, 1]);
  });

  it('keeps the lines of a text, in prose as paragraphs and in a cell', () => {
    const prose = createSheet('text', {
      title: '总体目标',
      fields: { body: '第一段\n第二段\t列' }
    });
    const project = projectSheet('p', { fields: { goal: '甲\r\n乙' } });

    const document = body(createWorkbook({ sheets: [prose, project] }));

    expect(lines(document)).toEqual(expect.arrayContaining(['第一段', '第二段列', '甲', '乙']));
    expect(readTable(elementsOf(document, 'w:tbl')[0]!)[5]![1]!.text).toBe('甲\n乙');
  });

  it('is well-formed, its parts named and related, whatever its texts hold', () => {
    fc.assert(
      fc.property(hostileWorkbook, (workbook) => {
        const parts = officeParts(exportDocx(workbook));
        const types = elementsOf(parts.get('[Content_Types].xml')!, 'Override');
        for (const { attributes } of types) {
          expect(parts.has(attributes.PartName!.slice(1))).toBe(true);
        }
        const document = parts.get('word/document.xml')!;
        for (const cell of elementsOf(document, 'w:tc')) expect(lines(cell)).not.toEqual([]);
        expect(document.children[0]!.children.at(-1)!.name).toBe('w:sectPr');
      })
    );
  });
});
