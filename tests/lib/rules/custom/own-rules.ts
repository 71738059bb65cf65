import fc from 'fast-check';
import { columnsOf, fieldsOf } from '#lib/model/fields.ts';
import type { Condition, Item, OwnRule, Quantity } from '#lib/model/settings/own-rule.ts';

/** An own rule about the targets of project sheets; what is given replaces that. */
export function ownRule(given: Partial<OwnRule> = {}): OwnRule {
  return {
    id: 'mine',
    name: '指标值太小',
    active: true,
    where: { kind: 'project', form: '', title: '' },
    item: { at: 'column', id: 'target' },
    condition: { is: '<', than: { of: 'number', number: '10' } },
    severity: 'warning',
    message: '指标值“{值}”小于 {对比}。',
    ...given
  };
}

const KINDS = ['project', 'brief', 'disclosure', 'text', 'free'] as const;

const columns = fc.constantFrom(
  ...columnsOf('project').map(({ id }) => id),
  ...['amount', 'total', 'basic', 'A', 'constructor']
);
const fields = fc.constantFrom(
  ...KINDS.flatMap((kind) => fieldsOf(kind)).map(({ id }) => id),
  'constructor'
);
const item: fc.Arbitrary<Item> = fc.oneof(
  fc.record({ at: fc.constant('column' as const), id: columns }),
  fc.record({ at: fc.constant('field' as const), id: fields })
);
const quantity: fc.Arbitrary<Quantity> = fc.oneof(
  fc.record({
    of: fc.constant('number' as const),
    number: fc.constantFrom('0', '1', '2.00', '-3', '95')
  }),
  fc.record({ of: fc.constant('item' as const), item }),
  fc.record({ of: fc.constant('column' as const), column: columns }),
  fc.record({
    of: fc.constant('items' as const),
    items: fc.array(item, { minLength: 1, maxLength: 3 })
  })
);
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ is: fc.constantFrom('empty', 'filled') }),
  fc.record({
    is: fc.constantFrom(
      ...(['same', 'other', 'contains', 'lacks', 'begins', 'ends', 'like', 'unlike'] as const)
    ),
    text: fc.constantFrom('清淤', '≥', '*年*', '?', '1.00')
  }),
  fc.record({ is: fc.constantFrom('=', '≠', '<', '≤', '>', '≥'), than: quantity }),
  fc.record({
    is: fc.constantFrom('before', 'after'),
    date: fc.constantFrom('2024-06-30', '2024-12-31')
  })
);

/** Own rules of every shape, about items that are there or not. */
export const anyOwnRule: fc.Arbitrary<OwnRule> = fc.record({
  id: fc.stringMatching(/^[a-z][a-z0-9]{2,8}$/),
  name: fc.constantFrom('自定义甲', '自定义乙'),
  active: fc.boolean(),
  where: fc.record({
    kind: fc.constantFrom(...KINDS),
    form: fc.constantFrom('', '', '2015', '2021', 'income'),
    title: fc.constantFrom('', '', '水库')
  }),
  item,
  condition,
  severity: fc.constantFrom('error', 'warning', 'info'),
  message: fc.constantFrom('“{值}”不对，应为 {对比}。', '请改正。')
});
