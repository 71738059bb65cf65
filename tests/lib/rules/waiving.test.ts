import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';
import type { Change } from '#lib/model/edit.ts';
import type { Problem } from '#lib/model/problem.ts';
import { acceptedText } from '#lib/model/waiver.ts';
import { findSheet, type Waiver, type Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { papers } from './papers.ts';

const fields = {
  ...{ budget: '50.00', fiscalFunds: '50.00', otherFunds: '' },
  ...{ planMarch: '', planJune: '40%', planOctober: '80%', planDecember: '100%' }
};
const rows = [createRow({ level2: '数量指标', level3: '清淤河段数', target: '' }, 'r1')];
const paper = createWorkbook({
  year: 2024,
  sheets: [createSheet('project', { id: 's1', title: '河道清淤', fields, rows })]
});

const edited = (workbook: Workbook, ...changes: Change[]) =>
  applyEdit(workbook, { label: '', changes });
const field = (name: string, text: string): Change => ({
  do: 'field',
  sheet: 's1',
  field: name,
  text
});

function waiverOf(workbook: Workbook, problem: Problem, id: string): Waiver {
  const { code, place } = problem;
  const was = acceptedText(findSheet(workbook, place.sheet)!, problem);
  return { id, code, place, was, reason: '已核实', by: '李会计', at: '2024-01-05T08:00:00Z' };
}

/** The paper with the problem of a rule accepted. */
function accepting(code: string, workbook = paper): Workbook {
  const problem = check(workbook).find((found) => found.code === code)!;
  return { ...workbook, waivers: [waiverOf(workbook, problem, 'w1')] };
}

const isWaived = (code: string, workbook: Workbook) =>
  check(workbook).find((found) => found.code === code)?.waived !== undefined;

describe('a waiver', () => {
  it('accepts whatever problem it was given for, as it stands', () => {
    fc.assert(
      fc.property(papers, (workbook) => {
        const waivers = check(workbook).map((problem, at) => waiverOf(workbook, problem, `w${at}`));
        for (const { waived, code } of check({ ...workbook, waivers })) {
          expect(waived, code).toBeDefined();
        }
      }),
      { numRuns: 200 }
    );
  });

  it('of a blank date comes back when another date of the plan changes, or goes blank too', () => {
    const accepted = accepting('plan-blank');
    expect(isWaived('plan-blank', accepted)).toBe(true);
    expect(isWaived('plan-blank', edited(accepted, field('planJune', '60%')))).toBe(false);
    expect(isWaived('plan-blank', edited(accepted, field('planOctober', '')))).toBe(false);
  });

  it('of a blank date stays while the plan does, whatever changes beside it', () => {
    const accepted = accepting('plan-blank');
    const changed = edited(accepted, field('goal', '10月底前完成'), field('otherFunds', '0.00'));
    expect(isWaived('plan-blank', changed)).toBe(true);
    const backAgain = edited(accepted, field('planMarch', '5%'), field('planMarch', ''));
    expect(isWaived('plan-blank', backAgain)).toBe(true);
  });

  it('of a blank field comes back when what makes it a problem changes', () => {
    const accepted = accepting('other-funds-blank');
    expect(isWaived('other-funds-blank', edited(accepted, field('goal', '完成清淤')))).toBe(true);
    expect(isWaived('other-funds-blank', edited(accepted, field('budget', '60.00')))).toBe(false);
  });

  it('of a blank cell comes back when the rest of its row changes', () => {
    const accepted = accepting('table-fragment');
    const named = { do: 'cell', row: 'r1', column: 'level3', text: '清淤河道数' } as const;
    expect(isWaived('table-fragment', accepted)).toBe(true);
    expect(isWaived('table-fragment', edited(accepted, named))).toBe(false);
  });

  it('that kept only the blank itself, as they once did, still holds', () => {
    const [old] = accepting('plan-blank').waivers;
    const accepted = { ...paper, waivers: [{ ...old!, was: '' }] };
    expect(isWaived('plan-blank', accepted)).toBe(true);
    expect(isWaived('plan-blank', edited(accepted, field('planJune', '60%')))).toBe(true);
  });
});
