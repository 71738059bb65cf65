import { createWorkbook } from '#lib/model/create.ts';
import type { Sheet, Workbook } from '#lib/model/workbook.ts';
import { disclosureSheet, projectSheet } from './workbooks.ts';

const NAMES = [
  '河道清淤专项经费',
  '饮用水水质检测费',
  '巡河员劳务费',
  '节水宣传经费',
  '农村供水设备维修费',
  '防汛物资储备及应急抢险队伍训练保障经费',
  '山洪灾害监测预警平台运行维护费',
  '灌区量水设施安装费',
  '水土保持监测费',
  '水利工程白蚁防治费'
];

/** A workbook of ten projects, `q1` … `q10`, the last one in 元, and 支出总表 with what they come to. */
export function tenProjects(): Workbook {
  const projects = NAMES.map((name, at): Sheet => {
    const inYuan = at === NAMES.length - 1;
    const amount = inYuan ? '50000' : `${(at + 1) * 10}.00`;
    return projectSheet(`q${at + 1}`, {
      number: `${at + 1}.`,
      title: `${name}绩效目标表`,
      fields: {
        unitCode: '405001',
        unitName: '青泉县水务局',
        moneyUnit: inYuan ? '元' : '万元',
        projectName: name,
        budget: amount,
        fiscalFunds: amount,
        planMarch: '25%',
        planJune: '50%',
        planOctober: '75%',
        planDecember: '100%'
      }
    });
  });
  const spending = disclosureSheet('d1', 'expenditure', [
    ['', '合计', '755.00', '300.00', '455.00'],
    ['213', '农林水支出', '755.00', '300.00', '455.00']
  ]);
  return createWorkbook({
    title: '青泉县水务局 2026 年部门预算绩效文本',
    year: 2026,
    department: '青泉县水务局',
    sheets: [...projects, spending]
  });
}
