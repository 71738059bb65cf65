import { cellText } from '#lib/model/workbook.ts';
import type { RowRule } from './rule.ts';

/** 涉密, or a grade of secrecy alone; 保密法 is a paper like any other. */
const SECRET = /涉密|^[(（]?(?:保密|秘密|机密|绝密|不予公开|不宜公开|不公开)[)）]?[。.]?$/;

/** 涉密 is no basis: a secret project is left out as a whole, not printed with its basis hidden. */
export const basisSecret: RowRule = {
  code: 'basis-secret',
  severity: 'warning',
  scope: 'cell',
  title: '依据写“涉密”',
  source: '预算公开：除涉密信息外都应公开，涉密项目整体不公开',
  message: ({ basis }) =>
    `指标值确定依据写的是“${basis}”。项目如果涉密，整张表都不应公开；如果不涉密，就应写出依据。请与保密部门确认。`,
  english: {
    title: 'Secrecy given as a basis',
    message: ({ basis }) =>
      `The basis is “${basis}”. If the project is secret the whole table must not be published; if it is not, the basis belongs here. Ask the office in charge of secrecy.`
  },
  examples: { bad: '涉密', good: '青水〔2024〕3号' },
  check: (row) => {
    const basis = cellText(row, 'basis').trim();
    return SECRET.test(basis) ? [{ place: { column: 'basis' }, values: { basis } }] : [];
  }
};
