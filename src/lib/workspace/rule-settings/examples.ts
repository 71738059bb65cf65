import type { OwnRule } from '#lib/model/settings/own-rule.ts';

type Example = Omit<OwnRule, 'id'>;

const PROJECTS = { kind: 'project', form: '', title: '' } as const;

/** Rules to begin from, and to see by what a rule can do. */
export const EXAMPLES: readonly Example[] = [
  {
    name: '指标值确定依据没有填写',
    active: true,
    where: PROJECTS,
    item: { at: 'column', id: 'basis' },
    condition: { is: 'empty' },
    severity: 'warning',
    message: '这一行没有写指标值确定依据，请补上文件名称和文号。'
  },
  {
    name: '单个项目预算超过 500 万元',
    active: true,
    where: PROJECTS,
    item: { at: 'field', id: 'budget' },
    condition: { is: '>', than: { of: 'number', number: '500' } },
    severity: 'info',
    message: '预算数 {值} 超过 {对比} 万元，按本地规定需要另附事前绩效评估报告。'
  },
  {
    name: '完成时间晚于年底',
    active: true,
    where: PROJECTS,
    item: { at: 'column', id: 'target' },
    condition: { is: 'after', date: '2026-12-31' },
    severity: 'warning',
    message: '指标值“{值}”晚于本年度，请改为年内完成。'
  },
  {
    name: '资金来源之和与预算数不符',
    active: true,
    where: PROJECTS,
    item: { at: 'field', id: 'budget' },
    condition: {
      is: '≠',
      than: {
        of: 'items',
        items: [
          { at: 'field', id: 'fiscalFunds' },
          { at: 'field', id: 'otherFunds' }
        ]
      }
    },
    severity: 'error',
    message: '预算数 {值} 与各项资金之和 {对比} 不符，请核对。'
  }
];
