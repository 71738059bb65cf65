import { cellText } from '#lib/model/workbook.ts';
import { fold } from './fold.ts';
import type { RowRule } from './rule.ts';

/** 绩效指标描述 adds something to the name. */
export const descriptionRepeatsName: RowRule = {
  code: 'description-repeats-name',
  severity: 'info',
  scope: 'row',
  title: '指标描述照抄名称',
  source: '绩效指标描述应写指标的含义、计算公式或数据来源',
  message: ({ name }) =>
    `绩效指标描述与三级指标“${name}”一样，等于没有填，自评的人不知道怎么计算。请写明含义、计算公式或数据来源。`,
  english: {
    title: 'Description repeats the name',
    message: ({ name }) =>
      `The description is the same as the third level “${name}”, as good as empty, and whoever evaluates does not know how to compute it. Give its meaning, formula or source of data.`
  },
  examples: { bad: '验收合格率：验收合格率', good: '验收合格率：合格河段数 ÷ 清淤河段数' },
  check: (row) => {
    const name = cellText(row, 'level3').trim();
    const description = cellText(row, 'description');
    if (name === '' || description === '' || fold(name) === '') return [];
    if (fold(name) !== fold(description)) return [];
    return [
      { place: { column: 'description' }, values: { name }, related: [{ column: 'level3' }] }
    ];
  }
};
