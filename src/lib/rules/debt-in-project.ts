import { remember } from '#lib/model/remember.ts';
import type { SheetRule } from './rule.ts';
import { matchesOf, searchTexts, textOf } from './sheet-texts.ts';

/** Old debts; bonds and loans have their own budget, and wages in arrears may be what a project fights. */
const DEBT =
  /偿还(?![^，。；]{0,12}(?:贷款|债券|本金|本息|利息|专项债))[^，。；\n]{0,24}|(?:其他|历年|以前年度|往年|上年|陈旧|所欠|拖欠)[^，。；\n]{0,8}(?:欠款|欠费|欠账|工程款)|(?:清偿|归还|支付)[^，。；\n]{0,12}(?:欠款|欠费|旧账)/g;

const findDebts = remember(searchTexts(matchesOf(DEBT)));

/** Old debts are no project of the year. One problem per sheet; the other places are related. */
export const debtInProject: SheetRule = {
  code: 'debt-in-project',
  severity: 'info',
  scope: 'sheet',
  kinds: ['project', 'brief'],
  title: '年度项目里有历史欠款',
  source: '年度项目支出安排当年工作，历史欠款应按化债要求另行申报',
  message: ({ found }) =>
    `“${found}”是以前年度的欠款。还旧账没有当年的产出和效果，绩效无从评价，请核对是否应另行申报。`,
  english: {
    title: 'Old debts in a project of the year',
    message: ({ found }) =>
      `“${found}” is a debt of earlier years. Paying it brings no output this year: see whether it has to be applied for elsewhere.`
  },
  examples: { bad: '偿还2018年以来服务费44万元', good: '支付本年服务费44万元' },
  check: (sheet) => {
    const [first, ...others] = findDebts(sheet);
    if (!first) return [];
    return [
      {
        place: first.place,
        values: { found: textOf(first) },
        related: others.map(({ place }) => place)
      }
    ];
  }
};
