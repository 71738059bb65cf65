import { describe, expect, test } from 'vitest';
import { copiedHtml } from '#lib/grid/clipboard/copied-html.ts';
import { columnsOfSheet, FORM_COLUMNS } from '#lib/grid/columns.ts';
import { linesOf } from '#lib/grid/lines.ts';
import { createRow } from '#lib/model/create.ts';
import { hasLibreOffice, resave, WITHOUT_LIBRE_OFFICE } from '#tests/support/libre-office.ts';
import { disclosureSheet, projectSheet } from '#tests/support/workbooks.ts';

/** Cells parted by tabs, in UTF-8, texts in quotes, numbers without. */
const TABS = 'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,true,true';

/** What LibreOffice takes from copied HTML. */
async function taken(html: string): Promise<string> {
  const bytes = new TextEncoder().encode(html);
  return new TextDecoder().decode(await resave('copied.html', bytes, TABS, 'HTML (StarCalc)'));
}

const name = hasLibreOffice ? 'copied HTML' : `copied HTML: ${WITHOUT_LIBRE_OFFICE}`;

describe.skipIf(!hasLibreOffice)(name, () => {
  test('gives a spreadsheet amounts as numbers, codes as texts, and cells with two lines', async () => {
    const sheet = disclosureSheet('d1', 'general-public-expenditure', [
      ['2130305', '水利工程\n建设', '1,183.74', '50', '01'],
      ['', '合计', '36.00', '', '97.7%']
    ]);
    expect(await taken(copiedHtml(linesOf([sheet]), columnsOfSheet(sheet), 'k1'))).toBe(
      '"2130305"\t"水利工程\n建设"\t1183.74\t50\t"01"\n\t"合计"\t36\t\t0.977\n'
    );
  });

  test('gives a spreadsheet neither dates nor formulas that nobody has typed', async () => {
    const rows = [
      createRow({ level1: '产出指标', target: '1-2' }, 'r1'),
      createRow({ level1: '产出指标', target: '=1+1' }, 'r2')
    ];
    const lines = linesOf([projectSheet('p1', { rows })]);
    expect(await taken(copiedHtml(lines, FORM_COLUMNS, 'k1'))).toBe(
      '"产出指标"\t\t\t\t"1-2"\n\t\t\t\t"=1+1"\n'
    );
  });
});
