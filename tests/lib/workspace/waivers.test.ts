import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import type { Change } from '#lib/model/edit.ts';
import type { Problem } from '#lib/model/problem.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { reviewPaper } from '#lib/exporters/review/paper-review.ts';
import { formerWaiver, waivingEdit, withdrawalEdit } from '#lib/workspace/waivers.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const SIGNED = { reason: '上级统一口径', by: '王芳', at: '2026-03-05T02:00:00.000Z' };

const change = (workbook: Workbook, ...changes: readonly Change[]) =>
  applyEdit(workbook, { label: '', changes });
const target = (text: string): Change => ({ do: 'cell', row: 'p1-r1', column: 'target', text });
const body = (text: string): Change => ({ do: 'field', sheet: 's1', field: 'body', text });

function found(workbook: Workbook, code: string, at: (problem: Problem) => boolean = () => true) {
  const problem = check(workbook).find((one) => one.code === code && at(one));
  if (!problem) throw new Error(`${code} was not found`);
  return problem;
}

function waived(workbook: Workbook, problem: Problem): Workbook {
  return applyEdit(workbook, waivingEdit(workbook, problem, SIGNED)!);
}

const open = (workbook: Workbook, code: string) =>
  check(workbook).filter((one) => one.code === code && one.waived === undefined);

const inForce = (workbook: Workbook) =>
  new Set(check(workbook).flatMap(({ waived }) => waived ?? []));

describe('a waiver', () => {
  const paper = change(smallWorkbook(), target('12公里'));

  it('holds until the text at its place changes, and again when that is put back', () => {
    const accepted = waived(paper, found(paper, 'operator-missing'));
    expect(open(accepted, 'operator-missing')).toEqual([]);
    const changed = change(accepted, target('13公里'));
    expect(open(changed, 'operator-missing')).toHaveLength(1);
    expect(open(change(changed, target('12公里')), 'operator-missing')).toEqual([]);
  });

  it('that holds no longer is what the problem had before', () => {
    const accepted = waived(paper, found(paper, 'operator-missing'));
    const problem = found(accepted, 'operator-missing');
    expect(formerWaiver(accepted, problem, inForce(accepted))).toBeNull();
    const changed = change(accepted, target('13公里'));
    const again = found(changed, 'operator-missing');
    expect(formerWaiver(changed, again, inForce(changed))).toMatchObject(SIGNED);
  });

  it('is withdrawn with those of colleagues that accept the same, and no others', () => {
    const problem = found(paper, 'operator-missing');
    const twice = waived(waived(paper, problem), problem);
    const other = { ...twice.waivers[0]!, id: 'other', was: '13公里' };
    const all = change(twice, { do: 'waive', waiver: other });
    const { waivers } = applyEdit(all, withdrawalEdit(all, twice.waivers[0]!.id, '')!);
    expect(waivers.map(({ id }) => id)).toEqual(['other']);
    expect(withdrawalEdit(paper, 'unknown', '')).toBeNull();
  });

  it('of words in prose moves with them, and leaves other words of the rule open', () => {
    const text = '联系人手机13800138000。值班手机13900139000。';
    const prose = change(smallWorkbook(), body(text));
    const problems = open(prose, 'personal-info');
    expect(problems).toHaveLength(2);
    const accepted = waived(prose, problems[0]!);
    expect(open(accepted, 'personal-info').map(({ place }) => place)).toEqual([problems[1]!.place]);
    const moved = change(accepted, body(`一、${text}`));
    expect(open(moved, 'personal-info')).toHaveLength(1);
    const mended = change(accepted, body(text.replace('13800138000', '13800138001')));
    expect(open(mended, 'personal-info')).toHaveLength(2);
  });

  it('of a whole table accepts what was found there, not what is found there later', () => {
    const accepted = waived(smallWorkbook(), found(smallWorkbook(), 'missing-output-l2'));
    expect(accepted.waivers[0]!.place).toEqual({ sheet: 'p1' });
    const here = (workbook: Workbook) =>
      open(workbook, 'missing-output-l2').filter(({ place }) => place.sheet === 'p1');
    expect(here(accepted)).toEqual([]);
    expect(here(change(accepted, target('≥13公里')))).toEqual([]);
    expect(here(change(accepted, { do: 'delete', rows: ['p1-r2'] }))).toHaveLength(1);
  });

  it('stands on the review sheet with reason, name and day', () => {
    const accepted = waived(paper, found(paper, 'operator-missing'));
    const { sheets } = reviewPaper(accepted, check(accepted));
    const row = sheets.flatMap(({ problems }) => problems).find(([kind]) => kind === '已豁免')!;
    expect(row[2]).toBe('12公里');
    expect(row[4]).toContain('豁免理由：上级统一口径（王芳，2026-03-05）');
  });
});

it('of a sheet that is gone cannot be made', () => {
  const paper = change(smallWorkbook(), target('12公里'));
  const problem = found(paper, 'operator-missing');
  const without = change(paper, { do: 'delete-sheet', sheet: 'p1' });
  expect(waivingEdit(without, problem, SIGNED)).toBeNull();
});
