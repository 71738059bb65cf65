import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiedHtml } from '#lib/grid/clipboard/copied-html.ts';
import { columnsOfSheet, FORM_COLUMNS } from '#lib/grid/columns.ts';
import { linesOf } from '#lib/grid/lines.ts';
import { readClipboardBlock } from '#lib/importers/clipboard/clipboard-block.ts';
import { createRow } from '#lib/model/create.ts';
import { disclosureSheet, projectSheet } from '#tests/support/workbooks.ts';

const text = fc
  .array(
    fc.constantFrom(
      '"',
      '\t',
      '\n',
      ' ',
      '&lt;',
      '<b>',
      '>',
      '&',
      '清淤',
      "'",
      '\u00a0',
      '　',
      '≥95%'
    ),
    { maxLength: 6 }
  )
  .map((parts) => parts.join(''));

const linesWith = (rows: readonly (readonly string[])[]) =>
  linesOf([
    projectSheet('p1', {
      rows: rows.map((texts, at) =>
        createRow(
          Object.fromEntries(texts.map((text, column) => [FORM_COLUMNS[column]!.id, text])),
          `r${at}`
        )
      )
    })
  ]);

describe('copied HTML', () => {
  it('is read as it was written, whatever stands in the cells', () => {
    const block = fc.array(fc.array(text, { minLength: 6, maxLength: 6 }), { minLength: 1 });
    fc.assert(
      fc.property(block, (rows) => {
        const html = copiedHtml(linesWith(rows), FORM_COLUMNS, 'k1');
        const read = readClipboardBlock({ html, text: '' })!;
        const whole = read.rows.map((row, at) =>
          row.map(({ text, covered }) => (covered === 'above' ? rows[at]![0] : text))
        );
        expect(read.ours).toBe(true);
        expect(whole).toEqual(rows);
      })
    );
  });

  it('has the first level once for each run, as one cell', () => {
    const html = copiedHtml(linesOf([projectSheet('p1')]), FORM_COLUMNS, 'k1');
    expect(html.match(/rowspan="\d+"/g)).toEqual(['rowspan="2"']);
    expect(html.match(/>产出指标</g)).toHaveLength(1);
  });

  it('has amounts as numbers in the format they are written in, and codes as text', () => {
    const sheet = disclosureSheet('d1', 'general-public-expenditure', [
      ['2130305', '水利', '1,183.74', '50', '97.7%']
    ]);
    const html = copiedHtml(linesOf([sheet]), columnsOfSheet(sheet), 'k1');
    const formats = [...html.matchAll(/mso-number-format:"([^"]*)"'[^>]*>([^<]*)</g)];
    expect(formats.map(([, format, text]) => [text, format])).toEqual([
      ['2130305', '\\@'],
      ['水利', '\\@'],
      ['1,183.74', '\\#\\,\\#\\#0\\.00'],
      ['50', '0'],
      ['97.7%', '0\\.0%']
    ]);
  });

  it('leaves a number as text that Excel would shorten or strip of its zero', () => {
    const sheet = projectSheet('p1', {
      rows: [
        createRow({ target: '01' }, 'r1'),
        createRow({ target: '1234567890123456' }, 'r2'),
        createRow({ target: '26' }, 'r3')
      ]
    });
    const html = copiedHtml(linesOf([sheet]), [FORM_COLUMNS[4]!], 'k1');
    expect([...html.matchAll(/format:"([^"]*)"/g)].map(([, format]) => format)).toEqual([
      '\\@',
      '\\@',
      '0'
    ]);
  });
});
