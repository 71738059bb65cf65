import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportXlsx } from '#lib/exporters/xlsx/xlsx.ts';
import { createWorkbook } from '#lib/model/create.ts';
import { cellText, fieldText, type Workbook } from '#lib/model/workbook.ts';
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

interface ReadSheet {
  readonly name: string;
  /** The text or number of each cell by its reference; blank cells are left out. */
  readonly cells: ReadonlyMap<string, string>;
  readonly merges: readonly string[];
  readonly xml: MarkupElement;
}

function readSheets(workbook: Workbook): ReadSheet[] {
  const parts = officeParts(exportXlsx(workbook));
  const names = elementsOf(parts.get('xl/workbook.xml')!, 'sheet');
  return names.map(({ attributes }, index) => {
    const xml = parts.get(`xl/worksheets/sheet${index + 1}.xml`)!;
    const filled = elementsOf(xml, 'c').filter(({ text }) => text !== '');
    return {
      name: attributes.name!,
      cells: new Map(filled.map((cell) => [cell.attributes.r!, cell.text])),
      merges: elementsOf(xml, 'mergeCell').map((merge) => merge.attributes.ref!),
      xml
    };
  });
}

/** The row of 项目编码 in the first column, counted from 1; 0 where it has none. */
function codeRow(cells: ReadSheet['cells']): number {
  const found = [...cells].find(([place, text]) => /^A\d+$/.test(place) && text === '项目编码');
  return found && found[0] !== 'A1' ? Number(found[0].slice(1)) : 0;
}

/** A text as the file holds it: an amount or a percent of the form as its number. */
function held(text: string): string {
  if (!/^[\d,]+(\.\d+)?%?$/.test(text)) return text;
  const number = Number(text.replace(/[,%]/g, ''));
  return String(text.endsWith('%') ? number / 100 : number);
}

describe('a paper as xlsx', () => {
  it('has 项目总表, 指标总表, 正文 and a sheet for each project', () => {
    expect(readSheets(sampleWorkbook()).map(({ name }) => name)).toEqual([
      '项目总表',
      '指标总表',
      '正文',
      '1.河道清淤专项经费',
      '2.饮用水水质检测费',
      '3.巡河员4人劳务费',
      '4.节水宣传活动经费'
    ]);
  });

  it.each(textSampleNames)('%s has every header field and indicator in its form', (name) => {
    const workbook = sampleWorkbook(name);
    const sheets = readSheets(workbook).filter(({ cells }) => codeRow(cells) > 0);

    projectsOf(workbook).forEach((sheet, index) => {
      const { cells } = sheets[index]!;
      const at = (reference: string) => cells.get(reference) ?? '';
      // The headings above a project stand over its own.
      const first = codeRow(cells) - 3;
      const fields = 'B3 E3 C4 E4 G4 B5 B7 C7 D7 F7 B8'
        .replace(/\d/g, (row) => String(Number(row) + first))
        .split(' ');
      expect(fields.map(at)).toEqual(TABLE_FIELDS.map((field) => held(fieldText(sheet, field))));
      expect(at(`A${2 + first}`)).toContain(fieldText(sheet, 'unitName'));
      sheet.rows.forEach((row, line) => {
        const texts = sheet.columns.map(({ id }) => cellText(row, id));
        const merged = texts[0] === cellText(sheet.rows[line - 1] ?? row, 'level1') && line > 0;
        const printed = [...'ABCDFG'].map((column) => at(`${column}${line + 10 + first}`));
        expect(printed).toEqual([merged ? '' : texts[0], ...texts.slice(1)]);
      });
    });
  });

  it('merges the first level, the header block and the title', () => {
    const { merges } = readSheets(sampleWorkbook())[3]!;

    expect(merges).toEqual(
      expect.arrayContaining(['A2:G2', 'B4:C4', 'A5:A6', 'B6:G6', 'A7:A8', 'A11:A14', 'D11:E11'])
    );
    expect(merges).not.toContain('A15:A16');
  });

  it('writes amounts and percents as numbers that look as they were typed', () => {
    const bytes = exportXlsx(sampleWorkbook());
    const styles = officePart(bytes, 'xl/styles.xml');
    const cells = elementsOf(officePart(bytes, 'xl/worksheets/sheet4.xml'), 'c');
    const formatOf = (reference: string) => {
      const style = cells.find(({ attributes }) => attributes.r === reference)!.attributes.s;
      const format = elementsOf(styles, 'cellXfs')[0]!.children[Number(style)]!.attributes.numFmtId;
      return elementsOf(styles, 'numFmt').find(({ attributes }) => attributes.numFmtId === format)
        ?.attributes.formatCode;
    };

    expect(formatOf('C5')).toBe('0.00');
    expect(formatOf('C8')).toBe('0%');
    expect(formatOf('B4')).toBeUndefined();
  });

  it('has every indicator in 指标总表, its header kept in view and printed on each page', () => {
    const workbook = sampleWorkbook();
    const overview = readSheets(workbook)[1]!;

    const rows = projectsOf(workbook).flatMap(({ rows }) => rows);
    rows.forEach((row, index) =>
      expect(overview.cells.get(`G${index + 2}`)).toBe(cellText(row, 'target'))
    );
    expect(overview.cells.has(`A${rows.length + 2}`)).toBe(false);
    expect(elementsOf(overview.xml, 'pane')[0]!.attributes.state).toBe('frozen');
    const book = officePart(exportXlsx(workbook), 'xl/workbook.xml');
    expect(elementsOf(book, 'definedName').map(({ text }) => text)).toContain("'指标总表'!$1:$1");
  });

  it('sums the amounts and counts the indicators below 项目总表', () => {
    const amounts = (fields: Record<string, string>, id: string) =>
      projectSheet(id, { fields: { moneyUnit: '万元', ...fields } });
    const same = [
      amounts({ budget: '36.00', fiscalFunds: '30.5' }, 'p'),
      amounts({ budget: '1,200.10', otherFunds: '约5' }, 'q')
    ];
    const other = [...same, amounts({ budget: '5', moneyUnit: '元' }, 'r')];
    const lastLine = (sheets: typeof same) => {
      const { cells } = readSheets(createWorkbook({ sheets }))[0]!;
      return [...'AFGHM'].map((column) => cells.get(`${column}${sheets.length + 2}`) ?? '');
    };

    expect(lastLine(same)).toEqual(['合计', '1236.1', '30.5', '', '6']);
    expect(lastLine(other)).toEqual(['合计', '', '30.5', '', '9']);
  });

  it('prints on A4, upright a project, across a table with many columns', () => {
    const orientation = ({ xml }: ReadSheet) =>
      elementsOf(xml, 'pageSetup').map(({ attributes }) => [
        attributes.paperSize,
        attributes.orientation
      ]);

    expect(orientation(readSheets(sampleWorkbook())[3]!)).toEqual([['9', 'portrait']]);
    expect(orientation(readSheets(workbookOfOtherKinds()).at(-1)!)).toEqual([['9', 'landscape']]);
  });

  it('never runs a text as a formula, and keeps what looks like an escape of Excel', () => {
    const goal = '_x0041_';
    const sheet = projectSheet('p', { fields: { usage: '=1+1', goal } });

    const { cells, xml } = readSheets(createWorkbook({ sheets: [sheet] }))[2]!;

    expect(cells.get('B5')).toBe('=1+1');
    expect(cells.get('B8')).toBe('_x005F_x0041_');
    expect(elementsOf(xml, 'f')).toEqual([]);
  });

  it('goes on below with a text that is longer than Excel allows', () => {
    const sheet = projectSheet('p', { fields: { goal: `${'河'.repeat(40000)}完` } });

    const { cells, merges } = readSheets(createWorkbook({ sheets: [sheet] }))[2]!;

    expect(cells.get('B8')!.length).toBe(32000);
    expect(cells.get('B9')).toBe(`${'河'.repeat(8000)}完`);
    expect(merges).toEqual(expect.arrayContaining(['A8:A9', 'B8:G8', 'B9:G9']));
  });

  it('is the same file for the same workbook, and has a sheet when there is none', () => {
    const workbook = sampleWorkbook();

    expect(exportXlsx(workbook)).toEqual(exportXlsx(workbook));
    expect(readSheets(createWorkbook({ title: '空' })).map(({ name }) => name)).toEqual(['封面']);
  });

  it(
    'is well-formed, with merges that do not overlap, whatever its texts hold',
    { timeout: 30_000 },
    () => {
      fc.assert(
        fc.property(hostileWorkbook, (workbook) => {
          for (const { merges, xml } of readSheets(workbook)) {
            const references = elementsOf(xml, 'c').map(({ attributes }) => attributes.r);
            expect(new Set(references).size).toBe(references.length);
            expect(new Set(merges).size).toBe(merges.length);
          }
        })
      );
    }
  );
});
