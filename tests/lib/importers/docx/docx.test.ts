import { describe, expect, test } from 'vitest';
import { readDocx } from '#lib/importers/docx/docx.ts';
import { unzip } from '#lib/importers/office/unzip.ts';
import type { Source } from '#lib/importers/source.ts';
import { cell, paragraph, run, table, wordFile, type WordParts } from '#tests/support/word-file.ts';

function read(body: string, parts: WordParts = {}): Source {
  const unpacked = unzip(wordFile(body, parts));
  if ('reason' in unpacked) throw new Error(unpacked.sentence);
  return readDocx({ parts: unpacked, main: 'word/document.xml' });
}

const texts = (body: string, parts?: WordParts) => read(body, parts).lines.map(({ text }) => text);
const rows = (body: string) => read(body).lines.map(({ row }) => row?.cells);
const notes = (body: string, parts?: WordParts) =>
  read(body, parts).notes.map(({ line, text }) => [line, text]);

const plain = (text: string) => paragraph(run(text));
const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const by = 'w:id="1" w:author="张某" w:date="2024-01-05T08:00:00Z"';

describe('the paragraphs of a Word file', () => {
  test('have their breaks, tabs, hyphens and symbols', () => {
    const runs =
      run('第一行') +
      '<w:r><w:br/></w:r>' +
      run('二') +
      '<w:r><w:tab/><w:t>列</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>尾</w:t></w:r>' +
      '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' +
      '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>';
    expect(texts(paragraph(runs))).toEqual(['第一行', '二\t列-尾≥☑']);
  });

  test('have the symbols that LibreOffice writes as text in a font without letters', () => {
    const symbols = run('\uf0b3', '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>');
    expect(texts(paragraph(symbols + run('95%')))).toEqual(['≥95%']);
  });

  test('keep the spaces that they ask to keep, and no others', () => {
    expect(texts(paragraph(`${run('  甲 ')}<w:r><w:t> 乙 </w:t></w:r>`))).toEqual(['  甲 乙']);
  });

  test('show the result of a field and not its instruction, also of one in another', () => {
    const field = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const inner = field('begin') + code('DATE') + field('separate') + run('不显示') + field('end');
    const outer =
      field('begin') + code('IF ') + inner + field('separate') + run('6') + field('end');
    expect(texts(paragraph(`${run('共')}${outer}${run('项')}`))).toEqual(['共6项']);
  });

  test('have what stands in links, smart tags, formulas and content controls', () => {
    const control = `<w:sdt><w:sdtPr/><w:sdtContent>${run('丙')}</w:sdtContent></w:sdt>`;
    const asking = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处输入')}</w:sdtContent></w:sdt>`;
    const runs = `<w:hyperlink>${run('甲')}</w:hyperlink><w:smartTag>${run('乙')}</w:smartTag>${control}${asking}<m:oMath><m:r><m:t>≥9</m:t></m:r></m:oMath>`;
    expect(texts(paragraph(runs))).toEqual(['甲乙丙≥9']);
  });

  test('leave out hidden text, comments and footnotes, and say so', () => {
    const runs =
      run('甲') +
      run('藏', '<w:vanish/>') +
      run('显', '<w:vanish w:val="0"/>') +
      '<w:r><w:commentReference w:id="0"/></w:r>' +
      '<w:r><w:footnoteReference w:id="2"/></w:r>';
    const footnotes =
      '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>' +
      `<w:footnote w:id="2">${plain('含上年结转。')}</w:footnote>`;
    const body = plain('首') + paragraph(runs);

    expect(texts(body, { footnotes })).toEqual(['首', '甲显']);
    expect(notes(body, { footnotes })).toEqual([
      [2, '脚注：含上年结转。'],
      [2, '1 处隐藏文字没有读入。'],
      [2, '1 处批注没有读入。']
    ]);
  });

  test('say where a picture, an object or another file is', () => {
    const body =
      paragraph('<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>') +
      paragraph('<w:r><w:object/></w:r>') +
      '<w:altChunk/>' +
      plain('尾');
    expect(notes(body)).toEqual([
      [1, '这里有一张图片，图片中的文字无法读取。'],
      [2, '这里嵌入了一个其他软件的对象，其中的内容没有读入。'],
      [3, '文档中插入了 1 个其他文件，其中的内容没有读入。']
    ]);
  });

  test('have a text box once, though it is written twice', () => {
    const box = `<w:txbxContent>${plain('框内')}</w:txbxContent>`;
    const both = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(texts(paragraph(`${run('框外')}<w:r>${both}</w:r>`))).toEqual(['框外', '框内']);
  });

  test('end no line where only a page or a section ends', () => {
    const body =
      paragraph('', '<w:sectPr/>') +
      paragraph('<w:r><w:br w:type="page"/></w:r>') +
      paragraph(`<w:r><w:br w:type="page"/></w:r>${run('标题')}`);
    expect(texts(body)).toEqual(['标题']);
  });

  test('leave out what headers hold', () => {
    expect(texts(plain('正文'), { header: plain('页眉') })).toEqual(['正文']);
  });

  test('tell the level of a heading, by its own or its style', () => {
    const styles =
      '<w:style w:styleId="2"><w:name w:val="heading 2"/></w:style>' +
      '<w:style w:styleId="a"><w:name w:val="小标题"/><w:basedOn w:val="2"/></w:style>' +
      '<w:style w:styleId="__proto__"><w:name w:val="a"/><w:basedOn w:val="__proto__"/></w:style>';
    const styled = (id: string) => paragraph(run('题'), `<w:pStyle w:val="${id}"/>`);
    const own = paragraph(run('题'), '<w:outlineLvl w:val="0"/>');
    const body = styled('2') + styled('a') + styled('__proto__') + styled('constructor') + own;
    const levels = read(body, { styles }).lines.map(({ level }) => level);
    expect(levels).toEqual([2, 2, undefined, undefined, 1]);
  });
});

describe('tracked changes', () => {
  test('are taken as accepted, and counted', () => {
    const runs = `${run('用于')}<w:del ${by}><w:r><w:delText>甲</w:delText></w:r></w:del><w:ins ${by}>${run('乙')}</w:ins>`;
    expect(texts(paragraph(runs))).toEqual(['用于乙']);
    expect(notes(paragraph(runs))).toEqual([
      [1, '修订已按接受处理：1 处删除或移走的内容没有读入。']
    ]);
  });

  test('join paragraphs whose break was deleted, but nothing with a table', () => {
    const open = (text: string) => paragraph(run(text), `<w:rPr><w:del ${by}/></w:rPr>`);
    expect(texts(open('河道') + open('清淤') + plain('项目'))).toEqual(['河道清淤项目']);
    const single = table(1, [row(cell(plain('表')))]);
    expect(texts(open('题') + single + plain('尾'))).toEqual(['题', '表', '尾']);
  });

  test('leave a deleted row out and keep an inserted one', () => {
    const changed = (kind: string, text: string) =>
      `<w:tr><w:trPr><w:${kind} ${by}/></w:trPr>${cell(plain(text))}</w:tr>`;
    const body = table(1, [changed('del', '旧'), changed('ins', '新')]);
    expect(rows(body)).toEqual([['新']]);
  });
});

describe('the tables of a Word file', () => {
  test('lie on their grid: merged across and down, with places left free at both ends', () => {
    const body = table(4, [
      row(
        cell(plain('甲'), '<w:gridSpan w:val="2"/>'),
        cell(plain('乙'), '<w:vMerge w:val="restart"/>'),
        cell(plain('丙'))
      ),
      `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell(plain('丁'))}${cell(paragraph(''), '<w:vMerge/>')}</w:tr>`
    ]);
    expect(rows(body)).toEqual([
      ['甲', '', '乙', '丙'],
      ['', '丁', '', '']
    ]);
    expect(read(body).lines.map((line) => line.row!.covered)).toEqual([undefined, [2]]);
  });

  test('give a cell its columns by its width where no span is said', () => {
    const width = (twips: number) => `<w:tcW w:w="${twips}" w:type="dxa"/>`;
    const body = table(4, [
      row(
        cell(plain('甲'), width(1000)),
        cell(plain('乙'), width(1990)),
        cell(plain('丙'), width(1010))
      )
    ]);
    expect(rows(body)).toEqual([['甲', '乙', '', '丙']]);
  });

  test('go on with the cell before where it is merged the old way', () => {
    const body = table(2, [
      row(
        cell(plain('甲'), '<w:hMerge w:val="restart"/>'),
        cell(paragraph(''), '<w:hMerge w:val="continue"/>')
      )
    ]);
    expect(rows(body)).toEqual([['甲', '']]);
  });

  test('keep the paragraphs of a cell apart, and a small table in it as lines', () => {
    const list = table(2, [row(cell(plain('龙头')), cell(plain('8')))]);
    const body = table(2, [
      row(cell(plain('一') + plain('二')), cell(plain('如下') + list + paragraph('')))
    ]);
    expect(rows(body)).toEqual([['一\n二', '如下\n龙头，8']]);
  });

  test('are read within a table that only lays out the page', () => {
    const inner = table(2, [row(cell(plain('甲')), cell(plain('乙')))]);
    const body = table(1, [row(cell(plain('标题') + inner + paragraph('')))]);
    expect(texts(body)).toEqual(['标题', '甲\t乙', '']);
  });

  test('put a wide table within a cell behind its row', () => {
    const wide = table(4, [row(...['一', '二', '三', '四'].map((text) => cell(plain(text))))]);
    const body = table(2, [
      row(cell(plain('绩效指标')), cell(wide + paragraph(''))),
      row(cell(plain('备注')), cell(plain('无')))
    ]);
    expect(rows(body)).toEqual([
      ['绩效指标', ''],
      ['一', '二', '三', '四'],
      ['备注', '无']
    ]);
  });

  test('have their rows and cells also where content controls wrap them', () => {
    const wrapped = (xml: string) => `<w:sdt><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
    const body = table(2, [wrapped(row(wrapped(cell(plain('甲'))), cell(plain('乙'))))]);
    expect(rows(body)).toEqual([['甲', '乙']]);
  });

  test('do not grow beyond measure where a span lies', () => {
    const body = table(1, [row(cell(plain('甲'), '<w:gridSpan w:val="999999999"/>'))]);
    expect(rows(body)[0]!.length).toBeLessThan(1000);
  });
});

describe('numbered paragraphs', () => {
  const level = (index: number, format: string, text: string, extra = '') =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`;
  const list = (...levels: readonly string[]) =>
    `<w:abstractNum w:abstractNumId="7">${levels.join('')}</w:abstractNum>`;
  const use = (id: number, override = '') =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="7"/>${override}</w:num>`;
  const item = (text: string, depth = 0, id = 1) =>
    paragraph(run(text), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${id}"/></w:numPr>`);

  test('have the numbers that Word makes, begun anew below each heading', () => {
    const numbering =
      list(
        level(0, 'chineseCounting', '%1、'),
        level(1, 'chineseCounting', '（%2）'),
        level(2, 'decimal', '%1.%3', '<w:isLgl/>')
      ) + use(1);
    const body =
      item('总体') +
      item('保供', 1) +
      item('管网', 2) +
      item('防洪', 1) +
      item('分项') +
      item('甲', 1);
    expect(texts(body, { numbering })).toEqual([
      '一、总体',
      '（一）保供',
      '1.1 管网',
      '（二）防洪',
      '二、分项',
      '（一）甲'
    ]);
  });

  test('count on in another list of the same kind, unless it begins anew', () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering =
      list(level(0, 'decimalEnclosedCircle', '%1')) + use(1) + use(2) + use(3, override);
    const body = item('甲') + item('乙', 0, 2) + item('丙', 0, 3) + item('丁', 0, 3);
    expect(texts(body, { numbering })).toEqual(['①甲', '②乙', '①丙', '②丁']);
  });

  test('take list and level from their style, and none where the list is taken off', () => {
    const numbering =
      list(level(0, 'decimal', '%1.'), level(1, 'lowerLetter', '%2)', '<w:pStyle w:val="sub"/>')) +
      use(1);
    const styles =
      '<w:style w:styleId="main"><w:name w:val="项"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:styleId="sub"><w:name w:val="目"/><w:basedOn w:val="main"/></w:style>';
    const styled = (id: string, more = '') =>
      paragraph(run('文'), `<w:pStyle w:val="${id}"/>${more}`);
    const off = '<w:numPr><w:numId w:val="0"/></w:numPr>';
    const body = styled('main') + styled('sub') + styled('main', off) + styled('main');
    expect(texts(body, { numbering, styles })).toEqual(['1.文', 'a)文', '文', '2.文']);
  });

  test('are numbered once where a deleted break made two of them one', () => {
    const numbering = list(level(0, 'decimal', '%1.')) + use(1);
    const properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const open = paragraph(run('河道'), `${properties}<w:rPr><w:del ${by}/></w:rPr>`);
    expect(texts(open + item('清淤') + item('绿化'), { numbering })).toEqual([
      '1.河道清淤',
      '2.绿化'
    ]);
  });

  test('print no bullets', () => {
    const numbering = list(level(0, 'bullet', '')) + use(1);
    expect(texts(item('甲'), { numbering })).toEqual(['甲']);
  });
});
