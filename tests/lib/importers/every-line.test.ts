import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importText } from '#lib/importers/import.ts';
import { splitLines } from '#lib/importers/paper/lines.ts';
import { readPaper } from '#lib/importers/paper/paper.ts';
import { newId } from '#lib/model/ids.ts';
import { DISCLOSURE_FORMS } from '#lib/model/disclosure-forms.ts';
import type { Note } from '#lib/model/note.ts';
import { readWorkbook } from '#lib/model/schema.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { hasSeeds, textSampleNames, sampleText, seedText } from '#tests/support/papers.ts';

/** The words that the official forms print around what a person filled in. */
const FORM_WORDS = new Set([
  ...DISCLOSURE_FORMS.flatMap(({ columns }) =>
    columns.flatMap(({ title, group }) => [title, group])
  ),
  '序号',
  '栏次',
  '预算年度:',
  '预算年度：',
  '项目编码',
  '项目名称',
  '预算规模及资金用途',
  '预算数',
  '其中：财政资金',
  '其中:财政资金',
  '其他资金',
  '资金支出计划（%）',
  '资金支出计划(%)',
  '3月底',
  '6月底',
  '10月底',
  '12月底',
  '绩效目标',
  '一级指标',
  '二级指标',
  '三级指标',
  '绩效指标描述',
  '指标值',
  '指标值确定依据',
  '项目基本情况',
  '项目概况',
  '资金安排情况',
  '绩效目标和指标设置情况',
  '绩效指标',
  '评价标准'
]);

/** Whether a piece is a form's own words, or a part of them that a converter left, behind a number or not. */
function isOfForm(piece: string): boolean {
  const words = piece
    .replace(/^(?:[一二三]、|（[一二三]）)/, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
  return [...FORM_WORDS].some(
    (word) => word === words || (words.length > 1 && word.includes(words))
  );
}

/** 序号 and 栏次 are numbers that a form prints and a workbook does not hold. */
function isCount(piece: string): boolean {
  return /^\d{1,3}$/.test(piece);
}

/** A text without spaces and bookmarks, so that the test needs no rule about them. */
function solid(text: string): string {
  return text.replace(/\[bookmark:[^\]]*\]/g, '').replace(/\s/g, '');
}

/** Everything that an import gives its user to read. */
function everythingSaid(
  { title, department, cover, contents, sheets }: Workbook,
  notes: readonly Note[]
): string {
  return solid(
    [
      title,
      `${department}编制`,
      cover,
      contents ?? '',
      ...sheets.flatMap(({ number, title, path, fields, rows, note }) => [
        ...path,
        note,
        `${number}${title}`,
        `${fields.unitCode}${fields.unitName}单位：${fields.moneyUnit}`,
        `单位:${fields.moneyUnit}`,
        `${fields.unitCode}${fields.unitName}预算年度:${fields.year}`,
        ...Object.values(fields),
        ...rows.flatMap(({ cells }) => Object.values(cells))
      ]),
      ...notes.map(({ text }) => text)
    ].join('\n')
  );
}

/** The numbers of the lines that are a table of contents, as the notes give them. */
function contentsLines(lines: readonly { number: number; text: string }[], notes: readonly Note[]) {
  return new Set(
    notes.flatMap(({ line, text }) => {
      const count = Number(/^目录，(\d+) 行。$/.exec(text)?.[1] ?? 0);
      const filled = lines.filter(({ number, text }) => number >= line && text.trim() !== '');
      return filled.slice(0, count).map(({ number }) => number);
    })
  );
}

/** The title of a 目录, which its note speaks of. */
const CONTENTS_TITLE = /^(?:\d{4}年[^，。；：]{0,24})?目录$/;

/** An entry of a 目录 without the dots that lead to its page. */
function withoutLeader(text: string): string {
  return text.replace(/[\s.．·…]{3,}(?:\d{1,4}\s*)?$/, '');
}

/** What the notes say was taken out of a line: page numbers, marks of a converter, a title at its end. */
function takenOut(notes: readonly Note[]): string[] {
  return notes
    .filter(({ kind, text }) => kind === 'repaired' && /已(?:去掉|另起一行)。$/.test(text))
    .flatMap(({ text }) => [...text.matchAll(/“([^”]*)”/g)].map(([, quoted]) => solid(quoted!)));
}

/** The pieces of a text that an import neither took nor spoke of. */
function lostPieces(text: string): string[] {
  const lines = splitLines(text);
  const { workbook, notes, accounts } = readPaper(lines, newId);
  const said = everythingSaid(workbook, notes);
  const contents = contentsLines(lines, notes);
  const removed = takenOut(notes);
  const isSaid = (piece: string) => said.includes(piece) || isOfForm(piece);
  const isKept = (piece: string) =>
    isCount(piece) ||
    isSaid(piece) ||
    removed.some((part) => piece.endsWith(part) && isSaid(piece.slice(0, -part.length))) ||
    removed.some((part) => isSaid(piece.replaceAll(part, ''))) ||
    isSaid(removed.reduce((rest, part) => rest.replaceAll(part, ''), piece));
  // The words of a line that a scanner pressed a table into are cells of their own.
  const areKept = (piece: string) => isKept(solid(piece)) || piece.split(/\s+/).every(isKept);
  return lines
    .filter(({ text }) => text.trim() !== '')
    .flatMap(({ number, text }) => {
      if (!accounts.has(number)) return [`line ${number} has no account`];
      const printed = contents.has(number) ? withoutLeader(text) : text;
      return CONTENTS_TITLE.test(solid(printed)) ? [] : printed.split('\t');
    })
    .filter((piece) => !areKept(piece));
}

/** What can happen to the lines of a file on its way. */
const damage = fc.array(
  fc.record({
    kind: fc.constantFrom('delete', 'repeat', 'blank', 'junk', 'cut' as const),
    at: fc.nat(),
    junk: fc.oneof(
      fc.constantFrom('第 3 页', '\t', '\t产出指标', '目录', '单位：万元', '一级指标\t二级指标'),
      fc.string({ maxLength: 30, unit: 'grapheme' })
    )
  }),
  { maxLength: 12 }
);

function damaged(text: string, damages: typeof damage extends fc.Arbitrary<infer D> ? D : never) {
  return damages
    .reduce((lines, { kind, at, junk }) => {
      const place = at % lines.length;
      switch (kind) {
        case 'delete':
          return lines.length > 1 ? lines.toSpliced(place, 1) : lines;
        case 'repeat':
          return lines.toSpliced(place, 0, lines[place]!);
        case 'blank':
          return lines.toSpliced(place, 0, '');
        case 'junk':
          return lines.toSpliced(place, 0, junk);
        case 'cut':
          return at % 5 === 0 ? lines.slice(0, place + 1) : lines;
      }
    }, text.split('\n'))
    .join('\n');
}

const papers = [
  ...textSampleNames.map((name) => [name, sampleText(name)] as const),
  ...(hasSeeds ? ['000', '001', '002', '003', '004'] : []).map(
    (number) => [`seed ${number}`, seedText(number)] as const
  )
];

describe('nothing is dropped in silence', () => {
  test.each(papers)('every piece of %s is in the workbook or in a note', (_, text) => {
    expect(lostPieces(text)).toEqual([]);
  });

  test.each(papers)('the same holds when lines of %s are lost, repeated or mixed up', (_, text) => {
    fc.assert(
      fc.property(damage, (damages) => {
        expect(lostPieces(damaged(text, damages))).toEqual([]);
      }),
      { numRuns: 40 }
    );
  });

  test('every piece of any mix of the words of papers is in the workbook or in a note', () => {
    const words = fc.constantFrom(
      ...['\t', '\n', '\n\n', '\n\n\n\n\n', '目录', '1.', '甲乙', '丙丁。', '戊己庚辛壬癸', '3'],
      ...[
        '绩效目标表',
        '一、总体绩效目标',
        '项目编码',
        '一级指标',
        '二级指标',
        '3月底',
        '产出指标'
      ],
      ...[
        '单位预算收支总表\n',
        '栏次\t1\t2\t3\t4',
        '\n1\t甲\t2. 50\t\t',
        '注：空表列示。',
        '- 1. '
      ],
      ...['关于甲项目绩效目标指标的说明\n', '（二）资金安排情况\n', '1、甲，安排2万元。'],
      ...['2026年单位预算公开情况说明\n', '数量指标 ', '一级指标 二级指标 三级指标 绩效指标描述 ']
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        expect(lostPieces(parts.join(''))).toEqual([]);
      }),
      { numRuns: 1500 }
    );
  });

  test('whatever the text is, the import gives a workbook that can be read back, or a sentence', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          '\t',
          '\n',
          '\n\n',
          '目录',
          '1.',
          '绩效目标表',
          '一、总体绩效目标',
          '单位：'
        ),
        fc.constantFrom(
          '项目编码',
          '一级指标',
          '二级指标',
          '3月底',
          '12月底',
          '绩效目标',
          '产出指标'
        ),
        fc.string({ unit: 'binary', maxLength: 6 })
      ),
      { maxLength: 60 }
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const result = importText(parts.join(''));
        if (result.ok) expect(readWorkbook(result.workbook)).toHaveProperty('workbook');
        else expect(result.sentence).toMatch(/。$/);
      }),
      { numRuns: 1000 }
    );
  });
});
