import { cellText } from '#lib/model/workbook.ts';
import type { RowRule } from './rule.ts';

/** Words that name no paper, from which generic bases are put together: 合同规定和年度工作计划. */
const GENERIC_WORDS =
  /依据|根据|按照|参照|遵照|按|相关|有关|各项|年度|年初|全年|本年|当年|每年|工作|业务|计划|规划|安排|部署|方案|合同|协议|规定|要求|标准|规范|历史|行业|国家|省级|市级|上级|单位|部门|本级|实际|需求|需要|情况|经验|数据|往年|上年|去年|预算|制度|文件|通知|政策|法律|法规|项目|任务|目标|内部|自定|会议|研究|以及|[和与及、等的，,。.；;\s]/g;

/** Longer bases say something, whatever words they are made of. */
const LONGEST = 30;

/** 指标值确定依据 names a paper, a plan or a standard. */
export const basisGeneric: RowRule = {
  code: 'basis-generic',
  severity: 'info',
  scope: 'cell',
  title: '指标值依据太笼统',
  source: '指标值确定依据应能查到：文件名称、文号、计划或标准的名称',
  message: ({ basis }) =>
    `指标值确定依据“${basis}”没有写是哪一份，无从查对，等于没有依据。请写文件名称和文号，或标准、合同、计划的名称。`,
  english: {
    title: 'Basis names no paper',
    message: ({ basis }) =>
      `The basis “${basis}” does not say which one, so it cannot be looked up and is as good as none. Give the title and number of the paper, or the name of the standard, contract or plan.`
  },
  examples: { bad: '行业标准', good: '《河道清淤作业规程》' },
  check: (row) => {
    const basis = cellText(row, 'basis').trim();
    if (basis === '' || basis.length > LONGEST || basis.replace(GENERIC_WORDS, '') !== '')
      return [];
    return [{ place: { column: 'basis' }, values: { basis } }];
  }
};
