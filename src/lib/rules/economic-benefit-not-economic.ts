import { cellText } from '#lib/model/workbook.ts';
import { nameOf, target, wording } from './indicator.ts';
import type { RowRule } from './rule.ts';

/** What was used or done, under the names that papers give it as an economic benefit. */
const NOT_ECONOMIC =
  /(?:资金|经费|成本|设备|设施|平台|综合).{0,6}(?:使用|利用)(?:率|效率|效益|情况)|完成率|合格率|执行率|覆盖率|(?:资金|经费).{0,4}支出|提高.{0,4}(?:工作|资金使用)效率/;

/** What an economic benefit is about. */
const ECONOMIC =
  /收入|增收|产值|税|利润|投资|带动|节约|节省|损失|价值|就业|消费|GDP|生产总值|降低.{0,4}成本/;

/** An economic benefit speaks of the economy, and not of how far the money or the work has got. */
export const economicBenefitNotEconomic: RowRule = {
  code: 'economic-benefit-not-economic',
  severity: 'warning',
  scope: 'row',
  title: '经济效益指标说的不是经济效益',
  source: '相关性：经济效益反映对收入、产值、成本等的影响',
  message: ({ name, target }) =>
    `经济效益指标“${name}”（${target}）说的是资金、设备的使用或工作的完成，不是给经济带来的变化。请写收入、产值、节约等影响；没有经济效益就改设社会效益。`,
  english: {
    title: 'Economic benefit that is none',
    message: ({ name, target }) =>
      `The economic benefit “${name}” (“${target}”) tells how money or equipment is used or work is done, not what changes for the economy. Write the effect on income, output or costs; a project without one sets a social benefit instead.`
  },
  examples: { bad: '设备使用率：≥90%', good: '减少洪涝损失：≥20万元' },
  check: (row) => {
    if (!cellText(row, 'level2').includes('经济效益')) return [];
    const said = wording(row);
    if (!NOT_ECONOMIC.test(said) || ECONOMIC.test(said)) return [];
    return [
      {
        place: { column: 'level3' },
        values: { name: nameOf(row), target: target(row) || '空' }
      }
    ];
  }
};
