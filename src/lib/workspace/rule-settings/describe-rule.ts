import { disclosureFormNamed } from '#lib/model/disclosure-forms.ts';
import { FORMS } from '#lib/model/forms.ts';
import type { OwnRule, Quantity, Where } from '#lib/model/settings/own-rule.ts';
import type { SheetKind, Workbook } from '#lib/model/workbook.ts';
import { TESTS } from './draft.ts';
import { itemTitle } from './items.ts';

/** What the kinds of sheet are called where a rule says what it is for. */
export const KIND_NAMES: Readonly<Record<SheetKind, string>> = {
  project: '项目绩效目标表',
  brief: '项目说明',
  disclosure: '预算公开表',
  text: '正文',
  free: '自由表'
};

/** What an own rule looks for, as one sentence: 项目绩效目标表：“指标值”没有填写. */
export function describeRule(workbook: Workbook, { where, item, condition }: OwnRule): string {
  const test = TESTS.find(({ is }) => is === condition.is)?.label ?? '';
  const beside =
    'text' in condition
      ? `“${condition.text}”`
      : 'date' in condition
        ? ` ${condition.date}`
        : 'than' in condition
          ? describeQuantity(workbook, where, condition.than)
          : '';
  return `${describeWhere(where)}：“${itemTitle(workbook, where, item)}”${test}${beside}`;
}

function describeWhere({ kind, form, title }: Where): string {
  const named = kind === 'disclosure' ? disclosureFormNamed(form)?.title : formTitle(form);
  const name = form === '' ? KIND_NAMES[kind] : `${KIND_NAMES[kind]}（${named ?? form}）`;
  return title === '' ? name : `${name}，表名含“${title}”`;
}

function formTitle(form: string): string | undefined {
  return Object.values(FORMS).find(({ name }) => name === form)?.title;
}

function describeQuantity(workbook: Workbook, where: Where, quantity: Quantity): string {
  switch (quantity.of) {
    case 'number':
      return ` ${quantity.number}`;
    case 'item':
      return `“${itemTitle(workbook, where, quantity.item)}”`;
    case 'column':
      return `“${itemTitle(workbook, where, { at: 'column', id: quantity.column })}”一列的合计`;
    case 'items':
      return quantity.items.map((item) => `“${itemTitle(workbook, where, item)}”`).join('＋');
  }
}
