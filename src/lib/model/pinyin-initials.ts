/**
 * The letters that a pinyin begins with, each with the character that comes first under it in the order of
 * pinyin. No syllable begins with i, u or v.
 */
const FIRST: readonly (readonly [letter: string, character: string])[] = [
  ['a', '阿'],
  ['b', '八'],
  ['c', '嚓'],
  ['d', '咑'],
  ['e', '妸'],
  ['f', '发'],
  ['g', '旮'],
  ['h', '哈'],
  ['j', '丌'],
  ['k', '咔'],
  ['l', '垃'],
  ['m', '妈'],
  ['n', '拏'],
  ['o', '噢'],
  ['p', '妑'],
  ['q', '七'],
  ['r', '呥'],
  ['s', '仨'],
  ['t', '他'],
  ['w', '屲'],
  ['x', '夕'],
  ['y', '丫'],
  ['z', '帀']
];

const collator = new Intl.Collator('zh-CN-u-co-pinyin');

/**
 * The first letters of the pinyin of a text, 河道清淤 as `hdqy`; digits and Latin letters stay, all else is
 * left out. Of a character with several readings the one is taken that dictionaries sort it under.
 */
export function pinyinInitials(text: string): string {
  return Array.from(text, (sign) => {
    if (/[a-z0-9]/i.test(sign)) return sign.toLowerCase();
    if (!/\p{Script=Han}/u.test(sign)) return '';
    return FIRST.findLast(([, first]) => collator.compare(first, sign) <= 0)?.[0] ?? '';
  }).join('');
}
