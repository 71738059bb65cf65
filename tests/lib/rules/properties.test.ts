import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import { ownFieldText } from '#lib/model/own-field.ts';
import { problemKey, type Problem } from '#lib/model/problem.ts';
import { fieldText, findSheet, type Place } from '#lib/model/workbook.ts';
import { check, createChecker } from '#lib/rules/check.ts';
import { papers } from './papers.ts';

/** Characters; the server takes no longer cells. */
const LONGEST_CELL = 32 * 1024;

/** Characters; ten times what a long paper has in all its sections. */
const LONG_PROSE = 256 * 1024;

/** The properties of a workbook that may be at fault. */
const OWN_FIELDS = ['title', 'department', 'year', 'cover', 'contents'];

describe('the rules', () => {
  it('never throw, and speak only of places that are there', () => {
    fc.assert(
      fc.property(papers, (workbook) => {
        const { problems, failures } = createChecker().check(workbook);
        expect(failures).toEqual([]);
        for (const { place, related } of problems) {
          for (const { sheet, row, field = '', range } of [place, ...related]) {
            const found = findSheet(workbook, sheet);
            if (sheet === undefined) expect(OWN_FIELDS).toContain(field);
            else expect(found).toBeDefined();
            if (row !== undefined) expect(found!.rows.map(({ id }) => id)).toContain(row);
            if (!range) continue;
            const text = found ? fieldText(found, field) : ownFieldText(workbook, field);
            expect(range[0]).toBeLessThan(range[1]);
            expect(range[1]).toBeLessThanOrEqual(text.length);
          }
        }
      }),
      { numRuns: 500 }
    );
  }, 60_000);

  it('are done with the longest cells before anybody waits', () => {
    const pieces = ['9', '一', '-1....', '≥', '2024年', ' ', '是', '（', '1,', '2024-1-1', '元/'];
    for (const piece of pieces) {
      const text = piece.repeat(LONGEST_CELL / piece.length);
      const row = createRow({ level2: '数量指标', level3: text, description: text, target: text });
      const cost = createRow({ level2: '成本指标', target: `1${text}` });
      const fields = { projectCode: text, budget: text, planMarch: text };
      const sheet = createSheet('project', { title: text, fields, rows: [row, cost] });
      expect(createChecker().check(createWorkbook({ sheets: [sheet] })).failures).toEqual([]);
    }
  });

  it('are done with very long prose, in sections, briefs and tables', () => {
    const pieces = [
      '河',
      '9',
      '（1）',
      '1、',
      '，',
      '；',
      '\n',
      '共计1万元',
      '其中：1、甲安排2万元；\n'
    ];
    for (const piece of pieces) {
      const prose = piece.repeat(LONG_PROSE / piece.length);
      const cell = piece.repeat(LONGEST_CELL / piece.length);
      const fields = {
        funds: prose,
        goals: prose,
        overview: cell,
        indicators: cell,
        fundsTotal: cell
      };
      const rows = [createRow({ item: cell, amount: cell, A: cell, code: cell, total: cell })];
      const columns = [{ id: 'A', title: cell }];
      const sheets = [
        createSheet('text', { title: '名词解释', fields: { body: prose } }),
        createSheet('brief', { title: cell, fields, rows }),
        createSheet('disclosure', { form: 'expenditure', title: cell, note: cell, rows }),
        createSheet('free', { title: cell, columns, rows })
      ];
      const workbook = createWorkbook({ year: 2024, cover: cell, contents: cell, sheets });
      expect(createChecker().check(workbook).failures).toEqual([]);
    }
  }, 60_000);

  it('name each problem differently', () => {
    fc.assert(
      fc.property(papers, (workbook) => {
        const keys = check(workbook).map(problemKey);
        expect(new Set(keys).size).toBe(keys.length);
      })
    );
  });

  it('offer fixes that remove their problem and bring no other', () => {
    fc.assert(
      fc.property(papers, (workbook) => {
        const problems = check(workbook);
        const before = countByPlace(problems);
        const touched = new Set(problems.flatMap(touchedPlaces));
        for (const problem of problems) {
          for (const { edit } of problem.fixes) {
            const after = countByPlace(check(applyEdit(workbook, edit)));
            const fixed = placeKey(problem);
            expect(after.get(fixed) ?? 0).toBeLessThan(before.get(fixed)!);
            const puts = edit.changes.some((change) => change.do === 'insert');
            for (const [key, count] of after) {
              // What a row that was put in leaves to be filled in, its own rule goes on to report.
              if (puts && key.startsWith(`${problem.code} `)) continue;
              // Several rows at fault alike are told at the first, and moving them makes another the first.
              const told = before.get(key) ?? (touched.has(key) ? 1 : 0);
              expect(count, key).toBeLessThanOrEqual(told);
            }
          }
        }
      }),
      { numRuns: 300 }
    );
  }, 60_000);
});

function placeKey({ code, place, related }: Problem): string {
  return keyOf(code, place, related[0]);
}

/** The keys that a problem would have if it were told at another of its places. */
function touchedPlaces({ code, place, related }: Problem): readonly string[] {
  return related.map((other) => keyOf(code, other, place));
}

/** Without the place within prose: a fix moves the characters that stand behind what it changes. */
function keyOf(code: string, { sheet, row, column, field, range }: Place, other?: Place): string {
  return [code, sheet, row, column, range ? 'prose' : field, other?.sheet].join(' ');
}

function countByPlace(problems: readonly Problem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const problem of problems) {
    const key = placeKey(problem);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
