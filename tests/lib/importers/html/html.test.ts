import { describe, expect, test } from 'vitest';
import { readHtml } from '#lib/importers/html/html.ts';
import { PATIENCE } from '#tests/support/patience.ts';

/** The cells of each row, or the text of a line outside tables. */
function linesOf(html: string): (string | readonly string[])[] {
  return readHtml(html).lines.map(({ text, row }) => row?.cells ?? text);
}

const table = (...rows: readonly string[]) =>
  `<table>${rows.map((row) => `<tr>${row}</tr>`).join('')}</table>`;

describe('a table of a page', () => {
  test('has merged cells where they begin', () => {
    const html = table(
      '<td rowspan=2>甲</td><td colspan="2">乙</td>',
      '<td>丙</td><td>丁</td>',
      '<td>戊</td><td>己</td><td>庚</td>'
    );

    expect(readHtml(html).lines.map(({ row }) => row)).toEqual([
      { table: 1, cells: ['甲', '乙', ''] },
      { table: 1, cells: ['', '丙', '丁'], covered: [0] },
      { table: 1, cells: ['戊', '己', '庚'] }
    ]);
  });

  test('keeps places that a long text runs over', () => {
    const html = table(
      `<td>甲</td><td>乙</td><td>丙</td>`,
      `<td colspan=2 style='height:14pt;mso-ignore:colspan'>很长的一段文字</td><td>丁</td>`
    );

    expect(linesOf(html)[1]).toEqual(['很长的一段文字', '', '丁']);
  });

  test('reads paragraphs and line breaks of a cell', () => {
    const html = table(
      '<td><p>第一段</p><p>第二段<br>第二行</p><ul><li>一项</li></ul></td><td> 两  个\n空格&nbsp;</td>'
    );

    expect(linesOf(html)).toEqual([['第一段\n第二段\n第二行\n一项', '两 个 空格']]);
  });

  test('keeps spaces and breaks where the page says that they count', () => {
    const html = table('<td style="white-space: pre-wrap"> 甲\n\n  乙</td><td>丙</td>');

    expect(linesOf(html)).toEqual([[' 甲\n\n  乙', '丙']]);
  });

  test('has no cells that are not shown', () => {
    const html = table(
      '<td>甲</td><td>乙<span style="display:none">隐藏</span><script>1</script></td>',
      '<td hidden>丙</td><td>丁</td><td>戊<font style="mso-hide:all">己</font></td>'
    );

    expect(linesOf(html)).toEqual([
      ['甲', '乙'],
      ['丁', '戊']
    ]);
  });

  test('reads entities, and what is between tags of Word', () => {
    expect(linesOf(table('<td>&ge;95%&#65285;&lt;b&gt;<o:p></o:p></td><td>&yen;1</td>'))).toEqual([
      ['≥95%％<b>', '¥1']
    ]);
  });

  test('takes no room for spans that are too wide or too tall', () => {
    const html = table(
      '<td rowspan=999999999>甲</td><td colspan=999999999>乙</td><td>丙</td>',
      '<td>丁</td>'
    );
    const start = performance.now();

    const [first, second] = linesOf(html);

    expect(first).toEqual(['甲', '乙', '丙']);
    expect(second).toContain('丁');
    expect(performance.now() - start).toBeLessThan(PATIENCE);
  });
});

describe('a page', () => {
  test('that tables only set is read cell by cell', () => {
    const inner = table('<td>甲</td><td>乙</td>', '<td>丙</td><td>丁</td>');
    const html = `<body><h1>标题</h1>${table('<td>上</td>', `<td>${inner}</td>`)}<p>下</p></body>`;

    expect(linesOf(html)).toEqual(['标题', '上', ['甲', '乙'], ['丙', '丁'], '下']);
  });

  test('keeps a small table inside a cell as the text of the cell', () => {
    const inner = table('<td>小</td><td>表</td>');
    const html = table(
      '<td>很长的说明文字在这里</td><td>另一格里也有文字</td>',
      `<td>甲</td><td>${inner}</td>`
    );

    expect(linesOf(html)[1]).toEqual(['甲', '小\n表']);
  });

  test.each([
    ['header lines that do not end', `Version:0.9 ${'a: '.repeat(200_000)}`],
    ['styles that do not end', `<style>${'.xl1{'.repeat(100_000)}</style>`],
    ['pieces of one paragraph', '<b>字</b>'.repeat(50_000)],
    ['tables in tables', '<table><tr><td>'.repeat(2_000)],
    ['rows that span', `<table>${'<tr><td rowspan=9>1<td>2</tr>'.repeat(5_000)}</table>`]
  ])('with very many %s is read within seconds', (_, html) => {
    const start = performance.now();

    readHtml(html);

    expect(performance.now() - start).toBeLessThan(PATIENCE);
  });

  test('nested beyond measure is read all the same', () => {
    const html = `${'<div>'.repeat(20_000)}底${'</div>'.repeat(20_000)}`;

    expect(linesOf(html)).toEqual(['底']);
  });

  test('of the clipboard has no header lines, and no title, style or navigation', () => {
    const html =
      'Version:0.9\r\nStartHTML:00000097\r\nSourceURL:file:///a.xlsx\r\n\r\n' +
      '<html><head><title>无</title><style>td{}</style></head><body><nav>导航</nav>' +
      '<!--StartFragment--><p>正文</p><!--EndFragment--></body></html>';

    expect(linesOf(html)).toEqual(['正文']);
  });
});
