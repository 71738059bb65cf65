import { describe, expect, test } from 'vitest';
import type { TableRow } from '#lib/importers/paper/lines.ts';
import { readPdf } from '#lib/importers/pdf/pdf.ts';
import type { Source } from '#lib/importers/source.ts';
import { gridOfLines, lineTo, PAGE, pdfFile, plainTable, textAt } from '#tests/support/pdf-file.ts';

const XS = [60, 160, 260, 360];

async function read(...pages: readonly string[]): Promise<Source> {
  const source = await readPdf(pdfFile(pages.map((content) => ({ content }))));
  if ('reason' in source) throw new Error(source.sentence);
  return source;
}

/** The rows of tables, without the lines around them. */
async function rowsOf(...pages: readonly string[]): Promise<TableRow[]> {
  return (await read(...pages)).lines.flatMap(({ row }) => (row ? [row] : []));
}

async function cellsOf(...pages: readonly string[]): Promise<(readonly string[])[]> {
  return (await rowsOf(...pages)).map(({ cells }) => cells);
}

/** A thin filled rectangle, as Word and browsers draw lines; places as in `lineTo`. */
function filledLine(left: number, top: number, right: number, bottom: number): string {
  return `${left} ${PAGE.height - bottom} ${right - left} ${bottom - top} re f\n`;
}

describe('a table', () => {
  const table = plainTable(XS, 100, [
    ['一级指标', '二级指标', '指标值'],
    ['产出指标', '', '≥12公里']
  ]);

  test('is read by its lines, with the text around it', async () => {
    const { lines } = await read(
      textAt(60, 200, '表下的文字') + table + textAt(60, 80, '1.河道清淤绩效目标表')
    );

    expect(lines).toEqual([
      { number: 1, text: '1.河道清淤绩效目标表' },
      {
        number: 2,
        text: '一级指标\t二级指标\t指标值',
        row: { table: 1, cells: ['一级指标', '二级指标', '指标值'] }
      },
      {
        number: 3,
        text: '产出指标\t\t≥12公里',
        row: { table: 1, cells: ['产出指标', '', '≥12公里'] }
      },
      { number: 4, text: '表下的文字' }
    ]);
  });

  test('is the same on a page that is turned', async () => {
    const turned = `q 0 1 -1 0 ${PAGE.height} 0 cm\n${table}Q`;
    const source = await readPdf(pdfFile([{ content: turned, rotate: 90 }]));

    expect(source).toEqual(await read(table));
  });

  test('may have lines that are thin rectangles, a piece for each cell', async () => {
    const pieces = [100, 120, 140].flatMap((y) =>
      XS.slice(1).map((x, index) => filledLine(XS[index]!, y, x, y + 0.5))
    );
    const upright = XS.flatMap((x) => [100, 120].map((y) => filledLine(x, y, x + 0.5, y + 20)));
    const texts = textAt(63, 114, '甲') + textAt(263, 134, '乙');

    expect(await cellsOf([...pieces, ...upright].join('') + texts)).toEqual([
      ['甲', '', ''],
      ['', '', '乙']
    ]);
  });

  test('may be open at its sides', async () => {
    const open = [100, 120, 140].map((y) => lineTo(60, y, 360, y)).join('');
    const between = [160, 260].map((x) => lineTo(x, 100, x, 140)).join('');
    const texts = textAt(63, 114, '甲') + textAt(263, 134, '乙');

    expect(await cellsOf(open + between + texts)).toEqual([
      ['甲', '', ''],
      ['', '', '乙']
    ]);
  });

  test('may have double lines', async () => {
    const doubled =
      table +
      gridOfLines(
        XS.map((x) => x + 1.5),
        [101.5, 121.5, 141.5]
      );

    expect(await cellsOf(doubled)).toEqual(await cellsOf(table));
  });

  test('is none where there are only a frame, an underlined word and a ruled-off header', async () => {
    const frame = gridOfLines([20, 575], [20, 822]);
    const underlined = textAt(60, 80, '经办人：某某') + lineTo(100, 82, 130, 82);

    expect((await read(frame + underlined + lineTo(60, 60, 500, 60))).lines).toEqual([
      { number: 1, text: '经办人：某某' }
    ]);
  });
});

describe('a merged cell', () => {
  test('has its text where it begins, across and down', async () => {
    const outer = gridOfLines([60, 360], [100, 160]);
    const inner =
      lineTo(160, 100, 160, 160) +
      lineTo(260, 120, 260, 160) +
      lineTo(160, 120, 360, 120) +
      lineTo(160, 140, 360, 140);
    const texts =
      textAt(63, 134, '产出指标') +
      textAt(163, 114, '跨两列') +
      textAt(163, 134, '数量') +
      textAt(263, 154, '质量');

    expect(await rowsOf(outer + inner + texts)).toEqual([
      { table: 1, cells: ['产出指标', '跨两列', ''] },
      { table: 1, cells: ['', '数量', ''], covered: [0] },
      { table: 1, cells: ['', '', '质量'], covered: [0] }
    ]);
  });
});

describe('a cell of several lines', () => {
  const tall = (...lines: readonly string[]) =>
    gridOfLines([60, 117, 200], [100, 160]) +
    lines
      .map((text, index) => textAt(63, 112 + 14 * index, text))
      .reverse()
      .join('');

  test('is joined where its width broke them, without a space between Chinese', async () => {
    expect(await cellsOf(tall('清淤河道的', '总长度'))).toEqual([['清淤河道的总长度', '']]);
  });

  test('keeps the break where the next word would have fitted', async () => {
    expect(await cellsOf(tall('预算', '（万元）'))).toEqual([['预算\n（万元）', '']]);
  });

  test('keeps a sign with the word that it follows', async () => {
    expect(await cellsOf(tall('合格率不低', '于98%。'))).toEqual([['合格率不低于98%。', '']]);
  });

  test('is joined by a space between Latin words, and by none inside a word', async () => {
    expect(await cellsOf(tall('GPS plat', 'form fee'))).toEqual([['GPS plat form fee', '']]);
    expect(await cellsOf(tall('13992426P0', '0000112345'))).toEqual([['13992426P00000112345', '']]);
    expect(await cellsOf(tall('1118374.20', '5'))).toEqual([['1118374.205', '']]);
    expect(await cellsOf(tall('Donaudampf', 'schifffahrt'))).toEqual([
      ['Donaudampfschifffahrt', '']
    ]);
  });

  test('keeps items of a list apart', async () => {
    expect(await cellsOf(tall('1.清淤河。', '2.换管网。'))).toEqual([
      ['1.清淤河。\n2.换管网。', '']
    ]);
  });

  test('keeps a mark that hangs over its side', async () => {
    const hanging =
      textAt(63, 112, '清淤河道总') + textAt(113, 112, '，') + textAt(63, 126, '长度');

    expect(await cellsOf(gridOfLines([60, 117, 200], [100, 160]) + hanging)).toEqual([
      ['清淤河道总，长度', '']
    ]);
  });

  test('may have its characters one below the other', async () => {
    expect(await cellsOf(tall('产', '出', '指', '标'))).toEqual([['产出指标', '']]);
  });
});

describe('a table over a page break', () => {
  const titles = ['一级指标', '二级指标', '指标值'];
  const above = plainTable(XS, 700, [titles, ['产出指标', '数量指标', '≥12公里']]);
  const number = (page: number) => textAt(290, 820, `第 ${page} 页`);

  test('goes on, and its repeated titles are a row', async () => {
    const below = plainTable(XS, 60, [titles, ['', '质量指标', '≥98%']]);

    expect(await rowsOf(above + number(1), below + number(2))).toEqual([
      { table: 1, cells: titles },
      { table: 1, cells: ['产出指标', '数量指标', '≥12公里'] },
      { table: 1, cells: titles },
      { table: 1, cells: ['', '质量指标', '≥98%'] }
    ]);
  });

  test('has the columns of all its parts', async () => {
    const below = plainTable([60, 110, 260, 360], 60, [['甲', '乙', '丙']]);

    expect(await cellsOf(above, below)).toEqual([
      ['一级指标', '', '二级指标', '指标值'],
      ['产出指标', '', '数量指标', '≥12公里'],
      ['甲', '乙', '', '丙']
    ]);
  });

  test.each([
    ['text stands between', textAt(60, 40, '2.供水保障绩效目标表') + plainTable(XS, 60, [titles])],
    ['it is wider', plainTable([60, 160, 260, 400], 60, [titles])]
  ])('ends where %s', async (_, below) => {
    expect((await rowsOf(above, below)).map(({ table }) => table)).toEqual([1, 1, 2]);
  });
});
