import { isNothing } from '#lib/model/disclosure/table-amounts.ts';
import { remember } from '#lib/model/remember.ts';
import type { Sheet, Workbook } from '#lib/model/workbook.ts';
import { projectsOf } from './projects.ts';
import type { Finding, WorkbookRule } from './rule.ts';
import { matchesOf, searchTexts, textOf } from './sheet-texts.ts';
import { sheetsOf } from './sheets-by-kind.ts';

/** Words that say that something is bought which belongs into 政府采购. */
const PURCHASE =
  /(?:采购|购置|购买|添置)[^，。；、,;\s]{0,6}(?:设备|车辆|电脑|计算机|家具|系统|软件|服装|器材|服务)|(?:政府|公开|集中)采购/g;

const findPurchases = remember(searchTexts(matchesOf(PURCHASE)));

/**
 * Where a paper has a 政府采购预算 of nothing, no project buys. One problem per project, at the first words
 * that say so; the empty table is related.
 */
export const procurementVsProjects: WorkbookRule = {
  code: 'procurement-vs-projects',
  severity: 'warning',
  scope: 'workbook',
  title: '项目有采购内容，政府采购预算为空',
  source: '《政府采购法》：采购项目应编列政府采购预算',
  message: ({ found }) =>
    `项目里写有“${found}”，政府采购预算表却没有数。应当政府采购的必须编列采购预算，请核对是否漏编。`,
  english: {
    title: 'A project buys, but nothing is budgeted for procurement',
    message: ({ found }) =>
      `The project says “${found}”, and the procurement budget is empty. What has to be procured must be budgeted: see whether it was left out.`
  },
  examples: { bad: '购置办公设备；政府采购预算为 0', good: '购置办公设备；政府采购预算列有该项' },
  check: (workbook) => {
    const [table] = emptyTables(workbook);
    if (!table) return [];
    return [...projectsOf(workbook), ...sheetsOf(workbook, 'brief')].flatMap(
      (sheet): readonly Finding[] => {
        const [found] = findPurchases(sheet);
        if (!found) return [];
        const place = { sheet: sheet.id, ...found.place };
        return [{ place, values: { found: textOf(found) }, related: [{ sheet: table.id }] }];
      }
    );
  }
};

/** The procurement tables, where the paper has one and all of them are empty. */
function emptyTables(workbook: Workbook): readonly Sheet[] {
  const tables = sheetsOf(workbook, 'disclosure').filter(({ form }) => form === 'procurement');
  const isEmpty = ({ rows }: Sheet) => isNothing(rows, 'total') && isNothing(rows, 'projectFunds');
  return tables.every(isEmpty) ? tables : [];
}
