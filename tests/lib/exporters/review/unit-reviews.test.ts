import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { papersByUnit } from '#lib/exporters/review/by-unit.ts';
import {
  packPaperReview,
  reviewPaper,
  unpackPaperReview,
  type PaperReview
} from '#lib/exporters/review/paper-review.ts';
import { REVIEW_FORMATS } from '#lib/exporters/review/review-formats.ts';
import { layOutReview } from '#lib/exporters/review/review.ts';
import { exportUnitReviews } from '#lib/exporters/review/unit-reviews.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { sampleWorkbook } from '#tests/lib/exporters/papers.ts';
import { parseMarkup } from '#tests/support/markup.ts';
import { officePart } from '#tests/support/office-file.ts';
import { textsOf } from '#tests/support/printed-table.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';
import { problem, WAIVER } from './findings.ts';

const [DOCX, HTML] = REVIEW_FORMATS;

const water = { ...smallWorkbook(), department: '青泉县水务局', waivers: [WAIVER] };
const budget = reviewPaper(
  { ...water, title: '预算绩效文本' },
  [
    problem({ place: { sheet: 'p1' } }),
    problem({ place: { sheet: 'p1' }, waived: 'w1' }),
    problem({ severity: 'info', place: { sheet: 'p2' } })
  ],
  '水务/预算.docx'
);
const extra = reviewPaper(
  { ...water, title: '追加项目' },
  [problem({ severity: 'warning', place: { sheet: 'p1' } })],
  '水务/追加.xlsx'
);

describe('the review sheet of a unit with several papers', () => {
  const { subject, opening, parts, closing } = layOutReview([budget, extra]);

  it('says whose it is, of how many papers, and what came of all of them', () => {
    expect(subject).toBe('青泉县水务局');
    expect(opening.slice(0, 2)).toEqual(['单位：青泉县水务局', '审核文本：2 份']);
    expect(opening[2]).toContain('共 4 处，其中错误 1 处、警告 1 处、提示 1 处、已豁免 1 处');
    expect(closing).toHaveLength(3);
  });

  it('has a table of the papers in front, with their sums', () => {
    expect(parts[0]!.heading).toBe('各份文本的问题数');
    expect(textsOf(parts[0]!.table)).toEqual([
      ['序号', '文本', '文件', '错误', '警告', '提示', '已豁免'],
      ['1', '预算绩效文本', '水务/预算.docx', '1', '0', '1', '1'],
      ['2', '追加项目', '水务/追加.xlsx', '0', '1', '0', '0'],
      ['合计', '1', '1', '1', '1']
    ]);
  });

  it('has each paper on a page of its own, its problems by sheet as in a single one', () => {
    expect(parts.map(({ level, newPage, heading }) => [level, newPage, heading])).toEqual([
      [2, false, '各份文本的问题数'],
      [2, true, '文本 1：预算绩效文本'],
      [3, false, '各表的问题数'],
      [3, false, '1.河道清淤专项经费绩效目标表'],
      [3, false, '2.节水宣传经费绩效目标表'],
      [2, true, '文本 2：追加项目'],
      [3, false, '各表的问题数'],
      [3, false, '1.河道清淤专项经费绩效目标表']
    ]);
    expect(parts[1]!.facts[0]).toBe('文件：水务/预算.docx');
    const alone = layOutReview([extra]).parts;
    expect(parts.slice(6).map(({ heading }) => heading)).toEqual(
      alone.map(({ heading }) => heading)
    );
  });

  it('numbers the problems through all papers, and tells why one was accepted', () => {
    const rows = parts
      .filter(({ table }) => table?.widths.length === 6)
      .flatMap(({ table }) => textsOf(table).slice(1));
    expect(rows.map(([number]) => number)).toEqual(['1', '2', '3', '4']);
    expect(rows[1]![1]).toBe('已豁免');
    expect(rows[1]![5]).toContain('豁免理由：上级统一口径（王芳，2026-03-05）');
  });

  it('names a paper without problems too', () => {
    const clean = reviewPaper({ ...water, title: '没有问题的' }, [], '水务/好.docx');
    const { parts: all } = layOutReview([budget, clean]);
    expect(textsOf(all[0]!.table)[2]).toEqual([
      '2',
      '没有问题的',
      '水务/好.docx',
      '0',
      '0',
      '0',
      '0'
    ]);
    expect(all.at(-1)!.facts.at(-1)).toBe('审核结果：没有发现问题。');
  });
});

describe('papers by unit', () => {
  const namesOf = (papers: readonly PaperReview[]) =>
    papersByUnit(papers).map(({ name, papers: together }) => [name, together.length]);
  const paper = (department: string, file: string, unitNames: readonly string[] = []) => {
    const [sheet] = smallWorkbook().sheets;
    const sheets = unitNames.map((unitName, index) => ({
      ...sheet!,
      id: `s${index}`,
      fields: { unitCode: `30100${index}`, unitName }
    }));
    const workbook: Workbook = { ...smallWorkbook(), department, sheets };
    return reviewPaper(workbook, [], file);
  };

  it('are those of one department, however its name is spaced', () => {
    expect(
      namesOf([
        paper('青泉县水务局', 'a.docx', ['青泉县水务局本级']),
        paper('青泉县教育局', 'b.docx'),
        paper('青泉县 水务局', 'c.docx', ['青泉县河道管理处']),
        paper('', 'd.docx', ['青泉县教育局'])
      ])
    ).toEqual([
      ['青泉县水务局', 2],
      ['青泉县教育局', 2]
    ]);
  });

  it('without a department are those of the units that their tables name', () => {
    expect(
      namesOf([
        paper('', 'a.docx', ['本级', '河道管理处', '本级']),
        paper('', 'b.docx', ['本级', '水文站']),
        paper('', 'c.docx', ['本级', '河道管理处'])
      ])
    ).toEqual([
      ['本级、河道管理处', 2],
      ['本级、水文站', 1]
    ]);
  });

  it('that name no unit stand alone under their files', () => {
    expect(namesOf([paper('', '水务/文本.docx'), paper('', '教育/文本.v2.docx')])).toEqual([
      ['水务/文本', 1],
      ['教育/文本.v2', 1]
    ]);
  });

  it('are all there once, whatever they are called', () => {
    const name = fc.oneof(fc.constantFrom('', ' ', '水务局', '水务 局', '＿'), fc.string());
    const names = fc.record({ unit: name, file: name, title: name });
    fc.assert(
      fc.property(fc.array(names), (papers) => {
        const units = papersByUnit(papers);
        expect(units.flatMap(({ papers: together }) => together).toSorted(byPlace(papers))).toEqual(
          papers
        );
      })
    );
  });
});

function byPlace<Item>(all: readonly Item[]): (one: Item, other: Item) => number {
  return (one, other) => all.indexOf(one) - all.indexOf(other);
}

describe('the files', () => {
  it('are one for each unit in an archive, named after the units', async () => {
    const school = reviewPaper({ ...water, department: '青泉县教育局' }, [], '教育.docx');
    const units = papersByUnit([budget, school, extra].map(packPaperReview));
    const files = unzipSync(await exportUnitReviews(units, DOCX!));
    expect(Object.keys(files)).toEqual([
      '青泉县水务局 审核意见.docx',
      '青泉县教育局 审核意见.docx'
    ]);
    const { text } = officePart(files['青泉县水务局 审核意见.docx']!, 'word/document.xml');
    for (const part of ['文本 1：预算绩效文本', '文本 2：追加项目', '合计']) {
      expect(text).toContain(part);
    }
  });

  it('of one unit alone is that file itself, with every problem of every paper', async () => {
    const workbook = sampleWorkbook();
    const problems = check(workbook);
    const papers = ['一.docx', '二.docx'].map((file) => reviewPaper(workbook, problems, file));
    const units = papersByUnit(papers.map(packPaperReview));
    const page = new TextDecoder().decode(await exportUnitReviews(units, HTML!));
    expect(parseMarkup(page).name).toBe('html');
    for (const { title } of problems) expect(page).toContain(title);
    expect(page.split('<h2>文本 ')).toHaveLength(3);
  });
});

it('is kept as bytes and read back the same', () => {
  expect(unpackPaperReview(packPaperReview(budget))).toEqual(budget);
});
