import { readFunds } from './arranged-funds.ts';

/** What a 项目绩效目标指标的说明 prints below its title: headings, and between them the texts of fields. */
export type BriefEntry = { readonly heading: string } | { readonly field: string } | 'funds';

/** The order of the official form; `funds` is 资金安排 with the total and the 其中 list. */
export const BRIEF_ENTRIES: readonly BriefEntry[] = [
  { heading: '一、项目基本情况' },
  { heading: '（一）项目概况' },
  { field: 'overview' },
  { heading: '（二）资金安排情况' },
  'funds',
  { heading: '二、绩效目标和指标设置情况' },
  { heading: '（一）绩效目标' },
  { field: 'goals' },
  { heading: '（二）绩效指标' },
  { field: 'indicators' },
  { heading: '（三）评价标准' },
  { field: 'criteria' }
];

/** What stands in front of the name of a project where the title does not name it. */
export const PROJECT_NAME_LABEL = '项目名称：';

const NAMING_TITLE =
  /^(?:关于)?(\S[^。；，：]{0,60}?)(?:项目)?绩效目标(?:和|及)?指标(?:设置)?(?:情况)?的?说明$/;

/** The project that a title names, as in 关于河道清淤项目绩效目标指标的说明; empty where it names none. */
export function projectNamedIn(title: string): string {
  return NAMING_TITLE.exec(title)?.[1] ?? '';
}

const BEFORE_TOTAL = '该项目安排资金';
const TOTAL = '共计';
const BEFORE_LIST = '其中：';
const BEFORE_AMOUNT = '，安排';
const USUAL_UNIT = '万元';
const BARE_AMOUNT = /^[-−]?\d[\d,，]*(?:\.\d+)?$/;

/** One item of the 其中 list. */
export interface BriefItem {
  readonly item: string;
  readonly amount: string;
}

/**
 * The paragraphs of 资金安排 that its own text does not say: the total in a sentence, and a numbered line
 * for each item. None where the text says both.
 */
export function paragraphsBesides(
  text: string,
  total: string,
  items: readonly BriefItem[]
): string[] {
  const said = readFunds(text);
  const isSaid =
    said.total === total &&
    said.items.length === items.length &&
    said.items.every(
      ({ item, amount }, index) => item === items[index]!.item && amount === items[index]!.amount
    );
  return isSaid ? [] : fundsParagraphs(total, items);
}

function fundsParagraphs(total: string, items: readonly BriefItem[]): string[] {
  if (total === '' && items.length === 0) return [];
  const sum = total === '' ? '' : `${TOTAL}${withUnit(total)}`;
  const sentence = `${BEFORE_TOTAL}${sum}。${items.length > 0 ? BEFORE_LIST : ''}`;
  return [
    sentence,
    ...items.map(({ item, amount }, index) => {
      const end = index === items.length - 1 ? '。' : '；';
      const arranged = amount === '' ? '' : `${BEFORE_AMOUNT}${withUnit(amount)}`;
      return `${index + 1}、${item}${arranged}${end}`;
    })
  ];
}

const SENTENCE = new RegExp(`^${BEFORE_TOTAL}(?:${TOTAL}(.*?))?。(?:${BEFORE_LIST})?$`);
const ITEM = /^\d{1,4}、([^]*?)[。；]?$/;

/** The totals that the first paragraph of 资金安排 may print, the likeliest first; null where it is not that. */
export function totalsIn(paragraph: string): readonly [string, ...string[]] | null {
  const sentence = SENTENCE.exec(paragraph);
  return sentence && amountsOf(sentence[1] ?? '');
}

/** The items that a paragraph of the list may print, the likeliest first. */
export function itemsIn(paragraph: string): readonly [BriefItem, ...BriefItem[]] {
  const text = ITEM.exec(paragraph)?.[1] ?? paragraph;
  const readings: BriefItem[] = [];
  for (let at = text.lastIndexOf(BEFORE_AMOUNT); at >= 0;) {
    const item = text.slice(0, at);
    const amounts = amountsOf(text.slice(at + BEFORE_AMOUNT.length));
    readings.push(...amounts.map((amount) => ({ item, amount })));
    at = at === 0 ? -1 : text.lastIndexOf(BEFORE_AMOUNT, at - 1);
  }
  const [first, ...others] = [...readings, { item: text, amount: '' }];
  return [first!, ...others];
}

/** A bare number is in 万元; another amount says what it is in. */
function withUnit(amount: string): string {
  return BARE_AMOUNT.test(amount) ? `${amount}${USUAL_UNIT}` : amount;
}

function amountsOf(printed: string): [string, ...string[]] {
  const bare = printed.endsWith(USUAL_UNIT) ? printed.slice(0, -USUAL_UNIT.length) : '';
  return BARE_AMOUNT.test(bare) ? [bare, printed] : [printed];
}
