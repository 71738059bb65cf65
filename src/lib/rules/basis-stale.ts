import { halfWidth } from '#lib/model/decimal.ts';
import { cellText } from '#lib/model/workbook.ts';
import type { RowRule } from './rule.ts';

/** How many years a 通知 or a plan may be old. */
const MOST_YEARS = 3;

/** Papers that belong to their year. */
const AGEING = /通知|要点|规划|计划|方案|安排|部署/;

/** Papers that hold until they are replaced. */
const AGELESS = /法》|法律|条例|标准|规范|规程|办法|规定|细则|准则|章程/;

/** A year in a document number or before 年: 〔2018〕36号, 2018年度. Numbers of other papers are no years. */
const YEAR = /[[〔【(]\s*((?:19|20)\d{2})\s*[\]〕】)]|((?:19|20)\d{2})\s*(?=年)/g;

/** Plans of a period, and the year in which it ends. */
const PERIODS: readonly (readonly [name: RegExp, end: number])[] = [
  [/十二五/, 2015],
  [/十三五/, 2020],
  [/十四五/, 2025],
  [/十五五/, 2030],
  [/六五.?普法/, 2015],
  [/七五.?普法/, 2020],
  [/八五.?普法/, 2025],
  [/九五.?普法/, 2030]
];

const RANGE = /((?:19|20)\d{2})\s*年?\s*[-~～—–至]{1,2}\s*((?:19|20)\d{2})\s*年?/;

/** A cited notice or plan is not long past, and the period of a plan is not over. */
export const basisStale: RowRule = {
  code: 'basis-stale',
  severity: 'info',
  scope: 'cell',
  title: '依据过时',
  source: '依据应现行有效；法律、条例和标准不因年份失效',
  message: ({ basis, year, kind }) =>
    kind === 'period'
      ? `指标值确定依据“${basis}”的规划期到 ${year} 年已经结束，不能再作本年的依据。请换成现行的规划或文件。`
      : `指标值确定依据“${basis}”是 ${year} 年的文件，离预算年度超过 ${MOST_YEARS} 年，可能是多年前的表抄下来的。请换成现行的文件。`,
  english: {
    title: 'Basis out of date',
    message: ({ basis, year, kind }) =>
      kind === 'period'
        ? `The period of the basis “${basis}” ended in ${year}, so it no longer holds for this year. Cite the plan or paper in force.`
        : `The basis “${basis}” is a paper of ${year}, more than ${MOST_YEARS} years before the budget year, and may have been copied from an old table. Cite the paper in force.`
  },
  examples: { bad: '《2018年河道管护工作要点》', good: '《2024年河道管护工作要点》' },
  check: (row, { year }) => {
    const basis = cellText(row, 'basis').trim();
    if (basis === '' || year === null) return [];
    const stale = endedPeriod(basis, year) ?? oldPaper(basis, year);
    return stale === null ? [] : [{ place: { column: 'basis' }, values: { basis, ...stale } }];
  }
};

type Stale = Readonly<Record<'year' | 'kind', string>>;

function endedPeriod(basis: string, year: number): Stale | null {
  const [, , last] = RANGE.exec(halfWidth(basis)) ?? [];
  const end = last === undefined ? PERIODS.find(([name]) => name.test(basis))?.[1] : Number(last);
  return end !== undefined && end < year ? { year: String(end), kind: 'period' } : null;
}

function oldPaper(basis: string, year: number): Stale | null {
  if (!AGEING.test(basis) || AGELESS.test(basis) || RANGE.test(halfWidth(basis))) return null;
  const years = [...halfWidth(basis).matchAll(YEAR)].map(([, number, plain]) =>
    Number(number ?? plain)
  );
  const latest = Math.max(...years);
  return years.length > 0 && year - latest > MOST_YEARS
    ? { year: String(latest), kind: 'paper' }
    : null;
}
