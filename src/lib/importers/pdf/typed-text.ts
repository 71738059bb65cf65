/**
 * Characters of Unicode's radical blocks that fonts for simplified Chinese give in the place of the
 * character they look like (Unicode's EquivalentUnifiedIdeograph.txt), where NFKC knows none or the
 * one of another script style.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '⺁': '厂',
  '⺠': '民',
  '⺶': '羊',
  '⺼': '月',
  '⻁': '虎',
  '⻄': '西',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻙': '韦',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻤': '鬼',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻮': '齿',
  '⻰': '龙',
  '⻳': '龟',
  '⼾': '户',
  '⾭': '青'
};

/** Radicals, ligatures such as ﬁ, and the compatibility forms of Chinese characters. */
const FORMS = /[\u2e80-\u2ef3\u2f00-\u2fd5\ufb00-\ufb06\uf900-\ufaff]/g;

/** What some producers write among the characters, and nobody sees. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;

/**
 * The characters that a sign stands for, as a person types them. Chromium and some fonts name 长 by the
 * radical ⻓, which looks the same and compares as different.
 */
export function typedText(text: string): string {
  return text
    .replace(UNSEEN, '')
    .replace(FORMS, (sign) => LOOK_ALIKES[sign] ?? sign.normalize('NFKC'));
}
