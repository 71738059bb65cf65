/** What counts a thing: a pattern for the end of its name, and the measure words that fit it. */
export interface Counted {
  readonly name: RegExp;
  readonly words: readonly string[];
}

/** What may stand between such a name and its end: 数量, （册）. */
const TAIL = '(?:的?(?:总?数量?|数目|总量|规模))?\\s*(?:[(（][^()（）]{0,6}[)）])?$';

/** Things that papers count with the wrong word now and then. What is not here is not judged. */
export const COUNTED: readonly Counted[] = [
  counted('人数|人员', '人 名 位 人次'),
  counted('人次', '人次 人'),
  counted('次数|频次', '次 场 期 批 批次 回 人次 轮'),
  counted('面积', '平方米 亩 公顷 平方公里 平方千米'),
  counted('里程|长度', '米 公里 千米 延米'),
  counted('天数', '天 日'),
  counted('户数', '户 家'),
  counted('宣传册|手册|图册|画册|书籍|教材', '册 本 份 套 种'),
  counted('条幅|横幅|标语', '条 幅 副 个'),
  counted('车辆|汽车|公务用车', '辆 台 部'),
  counted('树木|苗木', '株 棵 亩'),
  counted('案件', '件 起 宗 个 例'),
  counted('论文|稿件|文章', '篇 件 份 条 个'),
  counted('展板', '块 个 张 套 面 处'),
  counted('合同', '份 个 项')
];

/** Words that count what was delivered, and are no rates, grades or scores. */
export const COUNT_WORDS: ReadonlySet<string> = new Set([
  ...COUNTED.flatMap(({ words }) => words),
  ...'只 盏 场次 班 班次 人天 课时 小时 处 点 路 吨 千克 公斤 立方米 村 所 座 栋 间 门 篇 幅'.split(
    ' '
  )
]);

/** Other spellings of a measure word, and the one that papers use. */
const SPELLINGS: Readonly<Record<string, string>> = {
  '㎡': '平方米',
  'm²': '平方米',
  m2: '平方米',
  平米: '平方米',
  km: '公里',
  KM: '公里',
  '人/次': '人次'
};

/** A measure word in its usual spelling, without the 万 or 千 before it: 3万人 counts people. */
export function plainWord(unit: string): string {
  const word = unit.replace(/^[十百千万亿]+(?=.)/, '');
  return usualSpelling(word) ?? word;
}

/** The spelling that papers use for a unit; undefined where nothing is wrong with it. */
export function usualSpelling(unit: string): string | undefined {
  return Object.hasOwn(SPELLINGS, unit) ? SPELLINGS[unit] : undefined;
}

function counted(names: string, words: string): Counted {
  return { name: new RegExp(`(?:${names})${TAIL}`), words: words.split(' ') };
}
