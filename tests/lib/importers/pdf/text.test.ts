import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CharacterMaps } from '#lib/importers/pdf/character-maps.ts';
import { readPdf } from '#lib/importers/pdf/pdf.ts';
import type { Source } from '#lib/importers/source.ts';
import { pdfFile, textAt, type PdfOptions } from '#tests/support/pdf-file.ts';

async function read(pages: readonly string[], options?: PdfOptions): Promise<Source> {
  const source = await readPdf(
    pdfFile(
      pages.map((content) => ({ content })),
      options
    )
  );
  if ('reason' in source) throw new Error(source.sentence);
  return source;
}

async function textsOf(...pages: readonly string[]): Promise<string[]> {
  return (await read(pages)).lines.map(({ text }) => text);
}

/** Lines of 40 characters that fill a page from margin to margin, so that the margins can be known. */
const FULL = '全县河道清淤与供水管网更换按照批复的实施方案分两批组织并在汛期到来之前完成全部工程';

describe('text outside tables', () => {
  test('is read from the top, in whatever order it is drawn', async () => {
    const shuffled =
      textAt(60, 140, '第三行') + textAt(160, 100, '的后半') + textAt(60, 120, '第二行');

    expect(await textsOf(shuffled + textAt(130, 100, '第一行'))).toEqual([
      '第一行的后半',
      '第二行',
      '第三行'
    ]);
  });

  test('that is printed twice to look bold is read once', async () => {
    expect(
      await textsOf(textAt(60, 80, '总体绩效目标') + textAt(60.4, 80, '总体绩效目标'))
    ).toEqual(['总体绩效目标']);
  });

  test('has a space where a gap stands for one', async () => {
    const latin = textAt(60, 80, 'GPS') + textAt(79, 80, 'APP');
    const head = textAt(60, 100, '302001 青泉县水务局') + textAt(480, 100, '单位：万元');

    expect(await textsOf(latin + head)).toEqual(['GPS APP', '302001 青泉县水务局 单位：万元']);
  });

  test('is joined to paragraphs where the width of the page broke it', async () => {
    const lines = [
      textAt(80, 80, FULL.slice(0, 38)),
      textAt(60, 100, `${FULL.slice(38)}，其余资金由县级安排。`),
      textAt(80, 120, '工程款按进度支付。')
    ];
    const full = [200, 220].map((y) => textAt(60, y, FULL)).join('');

    expect((await textsOf(lines.join('') + full)).slice(0, 2)).toEqual([
      `${FULL}，其余资金由县级安排。`,
      '工程款按进度支付。'
    ]);
  });

  test('in columns without lines has tabs where the columns are certain', async () => {
    const row = (y: number, ...cells: readonly string[]) =>
      cells.map((text, index) => (text === '' ? '' : textAt(60 + 150 * index, y, text))).join('');
    const table =
      row(100, '科目编码', '科目名称', '合计') +
      row(120, '20103', '行政运行', '120.50') +
      row(140, '20113', '', '8.00');

    expect(await textsOf(table)).toEqual([
      '科目编码\t科目名称\t合计',
      '20103\t行政运行\t120.50',
      '20113\t\t8.00'
    ]);
    expect(await textsOf(row(100, '编制：', '审核：', '日期：'))).toEqual(['编制： 审核： 日期：']);
  });
});

describe('what every page has', () => {
  const page = (number: number, body: string) =>
    textAt(220, 40, '青泉县水务局部门预算', 9) +
    textAt(60, 90, body) +
    textAt(290, 810, `第 ${number} 页 共 3 页`, 9);

  test('is left out, with a note', async () => {
    const { lines, notes } = await read([
      page(1, '第一页的正文'),
      page(2, '第二页的正文'),
      page(3, '第三页的正文')
    ]);

    expect(lines.map(({ text }) => text)).toEqual(['第一页的正文', '第二页的正文', '第三页的正文']);
    expect(notes).toEqual([
      {
        kind: 'recognised',
        line: 1,
        place: {},
        text: '页眉、页脚和页码没有读入，共 6 处：“青泉县水务局部门预算”、“第 1 页 共 3 页”、“第 2 页 共 3 页”等。'
      }
    ]);
  });

  test.each(['- 3 -', '3', '— 3 —', '3 / 12', '第3页'])(
    '%s is a page number on a page alone',
    async (text) => {
      expect(await textsOf(textAt(60, 90, '正文') + textAt(290, 810, text, 9))).toEqual(['正文']);
    }
  );

  test('stays where it is the paper’s own: titles, and the line above each table', async () => {
    const pages = ['甲', '乙', '丙'].map(
      (name) =>
        textAt(200, 60, '项目支出绩效目标申报表', 16) +
        textAt(60, 90, '302001 青泉县水务局 单位：万元', 9) +
        textAt(60, 120, name)
    );
    const headLines = pages.map((content) => content.replace(/^.*\n/, ''));

    expect(await textsOf(...pages)).toHaveLength(9);
    expect(await textsOf(...headLines)).toHaveLength(6);
  });

  test('stays where another text stands at its place on some page', async () => {
    const first = ['同一句话。', '同一句话。', '同一句话。', '另一句话。'];

    expect(
      await textsOf(
        ...first.map((text, index) => textAt(60, 60, text) + textAt(60, 90, `${index}甲`))
      )
    ).toHaveLength(8);
  });
});

describe('what is no text is named in a note', () => {
  test('a watermark that stands aslant', async () => {
    const aslant = 'BT /F1 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm <51855B8F8D446599> Tj ET\n';
    const { lines, notes } = await read([textAt(60, 80, '正文') + aslant]);

    expect(lines.map(({ text }) => text)).toEqual(['正文']);
    expect(notes.map(({ text }) => text)).toEqual(['斜排的水印没有读入：“内宏资料”。']);
  });

  test('a page that has only a picture', async () => {
    const { notes } = await read([
      textAt(60, 80, '正文'),
      'q 595 0 0 842 0 0 cm /Im1 Do Q',
      textAt(60, 80, '附件')
    ]);

    expect(notes).toEqual([
      {
        kind: 'unknown',
        line: 1,
        place: {},
        text: '第 2 页没有文字；如果那里有图片，图片里的内容没有读入。'
      }
    ]);
  });
});

describe('Chinese fonts that are not embedded', () => {
  test('are read in GBK', async () => {
    // 绩效目标, in GBK
    const text = 'BT /F1 10 Tf 60 700 Td <BCA8D0A7C4BFB1EA> Tj ET';

    const { lines } = await read([text], { encoding: 'GBK-EUC-H' });

    expect(lines.map(({ text }) => text)).toEqual(['绩效目标']);
  });

  test.each([
    'GB-EUC-H',
    'GBpc-EUC-H',
    'GBK-EUC-H',
    'GBKp-EUC-H',
    'GBK2K-H',
    'UniGB-UCS2-H',
    'UniGB-UCS2-V',
    'UniGB-UTF16-H',
    'Adobe-GB1-UCS2'
  ])('are read by the map %s that comes with pdf.js', async (name) => {
    const kept = await new CharacterMaps().fetch({
      kind: 'cMapUrl',
      filename: `${name}.bcmap`
    });

    expect(Buffer.from(kept)).toEqual(readFileSync(`node_modules/pdfjs-dist/cmaps/${name}.bcmap`));
  });
});
