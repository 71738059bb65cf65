import type { Change } from '#lib/model/edit.ts';
import { firstLevelOf, type Form } from '#lib/model/forms.ts';
import { ID_PATTERN } from '#lib/model/ids.ts';
import type { Fix } from '#lib/model/problem.ts';
import { readProjectCode } from '#lib/model/project-code.ts';
import { fieldText, type Sheet } from '#lib/model/workbook.ts';
import { isBegun } from './begun.ts';
import { FIXES } from './fix-labels.ts';
import { indicatorsOf, nameOf, target } from './indicator.ts';
import type { SheetRule } from './rule.ts';
import { isToBeFilled, TO_BE_FILLED } from './to-be-filled.ts';

/** Projects that serve nobody who could be asked. */
const EXEMPT_NAMES = /人员类|涉密|还款|偿还|还本付息/;

/** What stands in the row that the fix adds: all but the promise itself. */
const USUAL = {
  level2: '服务对象满意度指标',
  level3: '服务对象满意度',
  description: '满意的服务对象占被调查对象的比例',
  target: `≥${TO_BE_FILLED}%`,
  basis: '满意度调查问卷'
};

/**
 * A project asks those it serves; an error or a warning as the form says. A row that the fix has added
 * counts once its target has been filled in.
 */
export const missingSatisfaction: SheetRule = {
  code: 'missing-satisfaction',
  severity: 'error',
  scope: 'sheet',
  title: '缺少满意度指标',
  source: '完整性：服务对象满意度指标至少设置一条，人员类、涉密、还款项目除外',
  message: ({ name }) =>
    name === undefined
      ? '没有服务对象满意度指标。项目做得好不好要问服务对象，自评时满意度一般占 10 分，请补一条，如“服务对象满意度 ≥90%”。'
      : `“${name}”的指标值还没有填。没有数就无法考核满意度，请把“${TO_BE_FILLED}”改成要达到的数，如 ≥90%。`,
  english: {
    title: 'No satisfaction indicator',
    message: ({ name }) =>
      name === undefined
        ? 'There is no satisfaction indicator. Those served can tell how well a project did, and the self-evaluation usually gives their satisfaction 10 points; add one, such as a satisfaction of ≥90%.'
        : `The target of “${name}” is still to be filled in. Without a number it cannot be assessed; replace “${TO_BE_FILLED}” by what is to be reached, such as ≥90%.`
  },
  examples: { bad: '只有产出指标、效益指标', good: '服务对象满意度 ≥90%' },
  check: (sheet, { form }) => {
    if (isExempt(sheet)) return [];
    const severity = form.satisfactionRequired ? 'error' : 'warning';
    const rows = indicatorsOf(sheet, 'satisfaction');
    const [first] = rows;
    if (!first) return [{ place: {}, values: {}, severity, fixes: withSatisfaction(sheet, form) }];
    if (rows.some((row) => !isToBeFilled(target(row)))) return [];
    const place = { row: first.id, column: 'target' };
    return [{ place, values: { name: nameOf(first) }, severity }];
  }
};

/** R is the kind of 人员类 projects in the codes of the 一体化 system. */
function isExempt(sheet: Sheet): boolean {
  const names = `${fieldText(sheet, 'projectName')} ${sheet.title}`;
  return EXEMPT_NAMES.test(names) || readProjectCode(fieldText(sheet, 'projectCode'))?.kind === 'R';
}

/**
 * The fix that adds a usual satisfaction as the last row, to be filled in. The id of the row follows
 * from the sheet, since a rule finds the same whenever it is asked; a row that had it and was deleted
 * comes back. None for a sheet that nobody has begun.
 */
function withSatisfaction({ id: sheet, rows }: Sheet, form: Form): readonly Fix[] {
  if (!isBegun(rows)) return [];
  const taken = new Set(rows.map(({ id }) => id));
  let number = 1;
  while (taken.has(`${sheet}-m${number}`)) number += 1;
  const id = `${sheet}-m${number}`;
  if (!ID_PATTERN.test(id)) return [];
  const cells = { ...USUAL, level1: firstLevelOf(form, USUAL.level2) };
  const label = FIXES.addSatisfaction;
  const changes: Change[] = [
    { do: 'insert', sheet, after: rows.at(-1)?.id ?? null, rows: [{ id, cells }] },
    { do: 'restore', rows: [id] }
  ];
  return [{ label, edit: { label, changes } }];
}
