import { newId } from '#lib/model/ids.ts';
import type { Condition, OwnRule, Quantity } from '#lib/model/settings/own-rule.ts';
import { readOwnRule } from '#lib/model/settings/own-rule-schema.ts';

/** A new own rule, to be filled in. */
export function newOwnRule(): OwnRule {
  return {
    id: newId(),
    name: '',
    active: true,
    where: { kind: 'project', form: '', title: '' },
    item: { at: 'column', id: 'target' },
    condition: { is: 'empty' },
    severity: 'warning',
    message: ''
  };
}

/** A copy of an own rule under an id of its own. */
export function copyOfRule(rule: OwnRule): OwnRule {
  return { ...rule, id: newId(), name: `${rule.name}（副本）`.slice(0, 60) };
}

/** The tests that a condition can make, in the order in which they are offered. */
export const TESTS: readonly { readonly is: Condition['is']; readonly label: string }[] = [
  { is: 'empty', label: '没有填写' },
  { is: 'filled', label: '填写了内容' },
  { is: 'contains', label: '文字包含' },
  { is: 'lacks', label: '文字不包含' },
  { is: 'begins', label: '文字开头是' },
  { is: 'ends', label: '文字结尾是' },
  { is: 'same', label: '文字等于' },
  { is: 'other', label: '文字不等于' },
  { is: 'like', label: '文字符合样式' },
  { is: 'unlike', label: '文字不符合样式' },
  { is: '>', label: '数大于' },
  { is: '≥', label: '数大于或等于' },
  { is: '<', label: '数小于' },
  { is: '≤', label: '数小于或等于' },
  { is: '=', label: '数等于' },
  { is: '≠', label: '数不等于' },
  { is: 'before', label: '日期早于' },
  { is: 'after', label: '日期晚于' }
];

/** The condition with another test; what was filled in stays as far as the test asks for it. */
export function withTest(condition: Condition, is: Condition['is']): Condition {
  switch (is) {
    case 'empty':
    case 'filled':
      return { is };
    case 'before':
    case 'after':
      return { is, date: 'date' in condition ? condition.date : '' };
    case '=':
    case '≠':
    case '<':
    case '≤':
    case '>':
    case '≥':
      return { is, than: 'than' in condition ? condition.than : { of: 'number', number: '' } };
    default:
      return { is, text: 'text' in condition ? condition.text : '' };
  }
}

/** What a rule still lacks, in one sentence; empty where it can be tried. */
export function lackOf(rule: OwnRule): string {
  const { condition } = rule;
  if ('text' in condition && condition.text.trim() === '') return '请填写要比的文字。';
  if ('date' in condition && condition.date === '') return '请选择日期。';
  if ('than' in condition && !isComplete(condition.than)) return '请填写要比的数。';
  if (rule.name.trim() === '') return '请给规则起一个名称。';
  if (rule.message.trim() === '') return '请填写说明。';
  return readOwnRule(rule) ? '' : '有的内容太长或者不能识别，请检查。';
}

function isComplete(quantity: Quantity): boolean {
  switch (quantity.of) {
    case 'number':
      return /^[+-]?\d+(\.\d+)?$/.test(quantity.number);
    case 'items':
      return quantity.items.length > 0;
    default:
      return true;
  }
}
