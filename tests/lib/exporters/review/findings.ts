import type { Problem } from '#lib/model/problem.ts';
import type { Waiver } from '#lib/model/workbook.ts';

/** A problem with what a test says of it; it is in no sheet. */
export const problem = (given: Partial<Problem> = {}): Problem => ({
  code: 'value-yes-no',
  severity: 'error',
  place: {},
  values: {},
  title: '指标值是未填的选项',
  message: '“是/否”没有选定，请填写具体数值。',
  related: [],
  fixes: [],
  ...given
});

/** What accepts such a problem of the whole first project. */
export const WAIVER: Waiver = {
  id: 'w1',
  code: 'value-yes-no',
  place: { sheet: 'p1' },
  was: '',
  reason: '上级统一口径',
  by: '王芳',
  at: '2026-03-05T02:00:00.000Z'
};
