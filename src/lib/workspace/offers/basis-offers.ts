import { plainOffer, type Offer } from '#lib/model/offer.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { usedBases } from './used-texts.ts';

/** More would be a list to read and not one to choose from. */
const MOST = 12;

/**
 * What targets rest on: the bases that the workbook has, the most used first, then such as can be looked
 * up. What names no paper at all, such as 行业标准, is not offered: a reviewer asks which.
 */
export function basisOffers({ sheets, year }: Workbook): readonly Offer[] {
  const used = usedBases(sheets).map(([text, count]) => plainOffer(text, `已用 ${count} 次`));
  const usual = [
    ...(year === null ? [] : [`${year - 1}年实际完成值`, `${year}年度部门预算批复`]),
    '服务对象满意度调查问卷',
    '项目实施方案',
    '政府采购合同'
  ]
    .filter((text) => used.every((offer) => offer.text !== text))
    .map((text) => plainOffer(text));
  return [...used.slice(0, MOST - usual.length), ...usual];
}
