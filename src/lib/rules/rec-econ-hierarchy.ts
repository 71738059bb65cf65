import { formatAmount } from '#lib/model/decimal.ts';
import { wrongRowSums } from '#lib/model/disclosure/row-sums.ts';
import { subjectsOf } from '#lib/model/disclosure/subjects.ts';
import { amountAt } from '#lib/model/disclosure/table-amounts.ts';
import { cellText, type Sheet } from '#lib/model/workbook.ts';
import type { Finding, SheetRule } from './rule.ts';
import { findWrongSums } from './subject-sums.ts';

/** Which column the money of a class of economic 科目 belongs to; other classes may be in either. */
const COLUMN_OF_CLASS: Readonly<Record<string, 'personnel' | 'public'>> = {
  '301': 'personnel',
  '302': 'public',
  '303': 'personnel',
  '310': 'public'
};

const TITLES = { personnel: '人员经费', public: '公用经费' } as const;
const PARTS = ['personnel', 'public'] as const;

/**
 * In 一般公共预算财政拨款基本支出表 each economic class is the sum of its 款, 合计 is 人员 + 公用 in every
 * row, and the classes stand in their columns.
 */
export const recEconHierarchy: SheetRule = {
  code: 'rec-econ-hierarchy',
  severity: 'error',
  scope: 'sheet',
  kinds: ['disclosure'],
  title: '经济科目汇总不符',
  source:
    '《政府收支分类科目》：类 = Σ 款，合计 = 人员经费 + 公用经费；301、303 列人员经费，302、310 列公用经费',
  message: ({
    kind = '',
    subject = '',
    column = '',
    total = '',
    sum = '',
    count = '',
    right = ''
  }) => {
    switch (kind) {
      case 'parts':
        return `${subject}的合计 ${total}，人员经费与公用经费之和是 ${sum}。横向合计不平，请核对这一行的三个数。`;
      case 'column':
        return `${subject}有 ${total} 列在${column}，按经济分类应列${right}。列错栏会使人员、公用经费都不准，请移到${right}。`;
      default:
        return `${subject}的${column} ${total}，下级 ${count} 行之和是 ${sum}。科目逐级汇总不上，说明有一行填错或漏列，请逐行核对。`;
    }
  },
  english: {
    title: 'Economic subjects do not add up',
    message: ({ kind, subject, column, total, sum, count, right }) => {
      switch (kind) {
        case 'parts':
          return `The total of “${subject}” is ${total}, but personnel and public expenses make ${sum}. Check the three figures of this row.`;
        case 'column':
          return `“${subject}” has ${total} under “${column}”; its class belongs under “${right}”. Both sums are wrong until it is moved.`;
        default:
          return `“${column}” of “${subject}” is ${total}, but the ${count} rows below it make ${sum}. A row is wrong or missing: check them one by one.`;
      }
    }
  },
  examples: { bad: '301 合计 736.13，各款之和 735.13', good: '301 合计 736.13，各款之和 736.13' },
  check: (sheet) => {
    if (sheet.form !== 'general-public-basic') return [];
    const wrongSums = findWrongSums(sheet);
    const known = new Set(wrongSums.map(({ place }) => `${place.row} ${place.column}`));
    const others = [...findWrongRows(sheet), ...findWrongColumns(sheet)];
    return [
      ...wrongSums,
      ...others.filter(({ place }) => !known.has(`${place.row} ${place.column}`))
    ];
  }
};

function findWrongRows(sheet: Sheet): readonly Finding[] {
  return wrongRowSums(sheet).map(({ row, column, printed, sum, parts }) => ({
    place: { row: row.id, column },
    values: {
      kind: 'parts',
      subject: subjectName(row),
      total: formatAmount(printed),
      sum: formatAmount(sum)
    },
    related: parts
  }));
}

function findWrongColumns({ rows }: Sheet): readonly Finding[] {
  return [...(subjectsOf(rows)?.byCode.values() ?? [])].flatMap(({ code, row }) => {
    const right = COLUMN_OF_CLASS[code.slice(0, 3)];
    const wrong = PARTS.find((part) => right !== undefined && part !== right);
    const amount = wrong && amountAt(row, wrong);
    if (!right || !wrong || !amount || amount.isZero()) return [];
    return [
      {
        place: { row: row.id, column: wrong },
        values: {
          kind: 'column',
          subject: subjectName(row),
          column: TITLES[wrong],
          right: TITLES[right],
          total: formatAmount(amount)
        },
        related: [{ row: row.id, column: right }]
      }
    ];
  });
}

function subjectName(row: Sheet['rows'][number]): string {
  const name = `${cellText(row, 'code').trim()}${cellText(row, 'name').replace(/\s+/g, '')}`;
  return name || '这一行';
}
