import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportReviewDocx } from '#lib/exporters/review/review-docx.ts';
import { exportReviewHtml } from '#lib/exporters/review/review-html.ts';
import { reviewPaper } from '#lib/exporters/review/paper-review.ts';
import { layOutReview } from '#lib/exporters/review/review.ts';
import { threadOf, type Message } from '#lib/model/comment.ts';
import type { Problem } from '#lib/model/problem.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { hostileWorkbook, sampleWorkbook } from '#tests/lib/exporters/papers.ts';
import { textsOf } from '#tests/support/printed-table.ts';
import { parseMarkup } from '#tests/support/markup.ts';
import { officePart, officeParts } from '#tests/support/office-file.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';
import { problem, WAIVER } from './findings.ts';

const review = (workbook: Workbook, problems: readonly Problem[]) =>
  layOutReview([reviewPaper(workbook, problems)]);

/** The parts with the problems of a sheet; the part before them counts them. */
const rowsOf = (problems: readonly Problem[], workbook = smallWorkbook()) =>
  review(workbook, problems)
    .parts.slice(1)
    .map(({ heading, facts, table }) => ({ heading, facts, rows: textsOf(table).slice(1) }));

describe('the review sheet', () => {
  it('says of every problem where it is, what stands there, what is wrong and what to do', () => {
    const found = problem({
      place: { sheet: 'p1', row: 'p1-r2', column: 'target' },
      fixes: [{ label: '改为 ≥95%', edit: { label: '', changes: [] } }],
      related: [{ sheet: 'p2' }]
    });

    expect(rowsOf([found])).toEqual([
      {
        heading: '1.河道清淤专项经费绩效目标表',
        facts: ['预算数：36.00 万元'],
        rows: [
          [
            '1',
            '错误',
            '第 2 行 指标值\n（断面验收合格率）',
            '≥95%',
            '指标值是未填的选项',
            '“是/否”没有选定，请填写具体数值。\n可改为 ≥95%。\n另见：2.节水宣传经费。'
          ]
        ]
      }
    ]);
  });

  it('ends with the comments: the open ones first, with place, names and dates, as text', () => {
    const said = (id: string, thread: string, given: Partial<Message> = {}): Message => ({
      kind: 'message',
      id,
      thread,
      order: 1,
      by: { id: 'wang', name: '王芳' },
      at: '2026-03-05T02:00:00.000Z',
      text: '请补充依据',
      deleted: false,
      mentions: [],
      ...given
    });
    const cell = { sheet: 'p1', row: 'p1-r2', column: 'target' };
    const threads = [
      {
        ...threadOf({ id: 'a', place: { sheet: 'p1' }, quote: '' }, [said('1', 'a')]),
        resolved: true
      },
      threadOf({ id: 'b', place: cell, quote: '' }, [
        said('2', 'b', { text: '<b>改了</b>', by: { id: 'li', name: '' }, order: 2 }),
        said('3', 'b'),
        said('4', 'b', { deleted: true, text: '', order: 3 })
      ]),
      threadOf({ id: 'c', place: { ...cell, row: 'gone' }, quote: '' }, [said('5', 'c')])
    ];
    const laidOut = layOutReview([reviewPaper(smallWorkbook(), [], '', threads)]);
    const part = laidOut.parts.at(-1)!;
    expect(part.heading).toBe('批注');
    expect(textsOf(part.table).slice(1)).toEqual([
      [
        '未解决',
        '1.河道清淤专项经费 · 第 2 行 指标值',
        '王芳（2026-03-05）：请补充依据\n未署名（2026-03-05）：<b>改了</b>'
      ],
      ['未解决', '1.河道清淤专项经费 · 已删除的行', '王芳（2026-03-05）：请补充依据'],
      ['已解决', '1.河道清淤专项经费 · 整张表', '王芳（2026-03-05）：请补充依据']
    ]);
    const html = new TextDecoder().decode(exportReviewHtml(laidOut));
    expect(html).toContain('&lt;b&gt;改了&lt;/b&gt;');
    expect(html).not.toContain('<b>');
  });

  it('goes by sheet, the whole paper first, and numbers through; graver problems come first', () => {
    const sections = rowsOf([
      problem({ severity: 'info', place: { sheet: 'p1' } }),
      problem({ severity: 'warning', place: { sheet: 'p2', field: 'budget' } }),
      problem({ place: { sheet: 'p1', field: 'usage' } }),
      problem({ severity: 'warning' })
    ]);

    expect(
      sections.map(({ heading, rows }) => [heading, rows.map((row) => row.slice(0, 3))])
    ).toEqual([
      ['整份文本', [['1', '警告', '整份文本']]],
      [
        '1.河道清淤专项经费绩效目标表',
        [
          ['2', '错误', '资金用途'],
          ['3', '提示', '整张表']
        ]
      ],
      ['2.节水宣传经费绩效目标表', [['4', '警告', '预算数']]]
    ]);
  });

  it('prints accepted problems last, with the reason, the name and the day', () => {
    const workbook = { ...smallWorkbook(), waivers: [WAIVER] };
    const problems = [
      problem({ place: { sheet: 'p1' }, waived: 'w1' }),
      problem({ place: { sheet: 'p1' }, severity: 'info' })
    ];

    const { rows } = rowsOf(problems, workbook)[0]!;

    expect(rows.map(([, kind]) => kind)).toEqual(['提示', '已豁免']);
    expect(rows[1]![5]).toContain('豁免理由：上级统一口径（王芳，2026-03-05）');
    expect(review(workbook, problems).opening.at(-1)).toContain(
      '共 2 处，其中错误 0 处、警告 0 处、提示 1 处、已豁免 1 处'
    );
  });

  it('says so where there is nothing to mend', () => {
    const { opening, parts } = review(smallWorkbook(), []);
    expect(opening.at(-1)).toBe('审核结果：没有发现问题。');
    expect(parts).toEqual([]);
  });

  it('quotes the characters that are wrong, and cuts long prose', () => {
    const workbook = sampleWorkbook();
    const sheet = workbook.sheets.find(({ kind }) => kind === 'text')!;
    const long = { ...sheet, fields: { body: '水'.repeat(100) } };
    const quoted = (range?: [number, number]) =>
      rowsOf([problem({ place: { sheet: sheet.id, field: 'body', ...(range && { range }) } })], {
        ...workbook,
        sheets: [long]
      })[0]!.rows[0]![3];
    expect(quoted([3, 8])).toBe('水水水水水');
    expect(quoted()).toBe(`${'水'.repeat(60)}…`);
  });

  it('holds every problem of a paper, in the web page and in the Word document', () => {
    const workbook = sampleWorkbook();
    const problems = check(workbook);
    expect(problems.length).toBeGreaterThan(5);

    const page = new TextDecoder().decode(exportReviewHtml(review(workbook, problems)));
    const document = officePart(exportReviewDocx(review(workbook, problems)), 'word/document.xml');

    for (const { title } of problems) {
      expect(page).toContain(title);
      expect(document.text).toContain(title);
    }
    expect(page).toContain('审核人：');
  });

  it('is well-formed whatever the workbook holds', () => {
    fc.assert(
      fc.property(hostileWorkbook, fc.string({ unit: 'binary' }), (workbook, text) => {
        const problems = workbook.sheets.map(({ id, rows }) =>
          problem({ place: { sheet: id, ...(rows[0] && { row: rows[0].id }) }, message: text })
        );
        const page = new TextDecoder().decode(exportReviewHtml(review(workbook, problems)));
        expect(parseMarkup(page).name).toBe('html');
        expect(officeParts(exportReviewDocx(review(workbook, problems))).size).toBe(6);
      })
    );
  });
});
