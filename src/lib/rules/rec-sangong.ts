import { formatAmount } from '#lib/model/decimal.ts';
import { wrongThreePublicSums } from '#lib/model/disclosure/three-public-sums.ts';
import { threePublicOf, type ThreePublic } from '#lib/model/disclosure/three-public.ts';
import { remember } from '#lib/model/remember.ts';
import { cellText, type Row, type Sheet } from '#lib/model/workbook.ts';
import { disclosureSetsOf, type DisclosureSet } from './disclosure-sets.ts';
import { firstAtEachPlace } from './first-at-each-place.ts';
import type { Finding, WorkbookRule } from './rule.ts';
import { amountOf, subjectAmount } from './table-cell.ts';

/** The economic 科目 that pay each item. */
const SUBJECT_OF_ITEM = {
  abroad: '30212',
  carUpkeep: '30231',
  reception: '30217'
} as const;

/**
 * 三公 = 出国 + 车（购置 + 运维）+ 接待 in every column of the table, and no item is below what
 * 一般公共预算基本支出表 gives its 科目. More is only worth a look, since project money may pay too.
 */
export const recSangong: WorkbookRule = {
  code: 'rec-sangong',
  severity: 'error',
  scope: 'workbook',
  title: '“三公”经费不符',
  source:
    '“三公”经费 = 因公出国（境）费 + 公务用车购置及运维费 + 公务接待费；基本支出表 30212、30231、30217',
  message: ({ kind, item, amount, other, code }) => {
    switch (kind) {
      case 'below':
        return `${item} ${amount}，小于基本支出表 ${code} 的 ${other}。基本支出已安排的不能少算，少报“三公”经费会被追问，请核对两张表。`;
      case 'above':
        return `${item} ${amount}，大于基本支出表 ${code} 的 ${other}。差额应由项目支出安排，请看看是否确实如此。`;
      default:
        return `${item} ${amount}，各项之和是 ${other}。“三公”经费最受关注，合计不平必被退回，请核对各项。`;
    }
  },
  english: {
    title: 'Travel, car and reception expenses disagree',
    message: ({ kind, item, amount, other, code }) => {
      switch (kind) {
        case 'below':
          return `“${item}” is ${amount}, less than the ${other} of ${code} among the basic expenditure. What is arranged there cannot be left out: check both tables.`;
        case 'above':
          return `“${item}” is ${amount}, more than the ${other} of ${code} among the basic expenditure. The rest should be paid by projects: see whether it is.`;
        default:
          return `“${item}” is ${amount}, but its parts make ${other}. This table is read most closely: check the items.`;
      }
    }
  },
  examples: {
    bad: '三公 11.29，出国 0、车 10.78、接待 0.50',
    good: '三公 11.29，出国 0、车 10.78、接待 0.51'
  },
  check: (workbook) => disclosureSetsOf(workbook).flatMap(({ tables }) => checkTables(tables))
};

const checkTables = remember((tables: DisclosureSet['tables']): readonly Finding[] => {
  const sheet = tables.get('three-public');
  if (!sheet) return [];
  const items = threePublicOf(sheet);
  return firstAtEachPlace([
    ...checkSums(sheet),
    ...compareWithBasic(sheet, items, tables.get('general-public-basic'))
  ]);
});

function checkSums(sheet: Sheet): readonly Finding[] {
  return wrongThreePublicSums(sheet).map(({ row, column, printed, sum, parts }) => ({
    place: { sheet: sheet.id, row: row.id, column },
    values: {
      kind: 'sum',
      item: itemOf(row),
      amount: formatAmount(printed),
      other: formatAmount(sum)
    },
    related: parts.map((place) => ({ sheet: sheet.id, ...place }))
  }));
}

function compareWithBasic(
  sheet: Sheet,
  items: ThreePublic,
  basic: Sheet | undefined
): readonly Finding[] {
  return Object.entries(SUBJECT_OF_ITEM).flatMap(([name, code]): readonly Finding[] => {
    const row = items[name as keyof typeof SUBJECT_OF_ITEM];
    const item = amountOf(sheet, row, 'generalPublic');
    const other = subjectAmount(basic, code, 'total');
    if (!row || !item || !other || item.amount.eq(other.amount)) return [];
    const isBelow = item.amount.lt(other.amount);
    return [
      {
        place: item.place,
        severity: isBelow ? 'error' : 'info',
        values: {
          kind: isBelow ? 'below' : 'above',
          item: itemOf(row),
          amount: formatAmount(item.amount),
          other: formatAmount(other.amount),
          code
        },
        related: [other.place]
      }
    ];
  });
}

function itemOf(row: Row): string {
  return cellText(row, 'item').replace(/[\s"“”'‘’＂]/g, '');
}
