import { readCount } from '#lib/model/chinese-number.ts';
import type { Finding, SheetRule } from './rule.ts';
import { proseOf, type Passage } from './sheet-texts.ts';

/** The kinds of numbers, the highest first: a number of one kind begins the lists below it anew. */
const KINDS: readonly RegExp[] = [
  /^([ \t]*)([一二三四五六七八九十]{1,3})([、.．])/,
  /^([ \t]*)[（(]([一二三四五六七八九十]{1,3})([)）][、.．]?)/,
  /^([ \t]*)(\d{1,2})([、.．])(?!\d)/,
  /^([ \t]*)[（(](\d{1,2})([)）][、.．]?)/
];

/** A number at the head of a paragraph. */
interface Numbered {
  /** The place of its kind in `KINDS`. */
  readonly kind: number;
  readonly number: number;
  /** How it is written besides the number: `、`, `（）、`. */
  readonly style: string;
  readonly range: readonly [from: number, to: number];
}

/** The numbers of a list in prose run on, and are written in one way. One problem per break. */
export const numbering: SheetRule = {
  code: 'numbering',
  severity: 'info',
  scope: 'sheet',
  kinds: ['text', 'brief', 'project'],
  title: '序号不连续或写法不一',
  source: '《党政机关公文格式》：结构层次序数依次标注',
  message: ({ kind, found, expected }) =>
    kind === 'style'
      ? `序号“${found}”与同一列表前面的写法不同。同级序号应写法一致，请统一。`
      : `序号“${found}”接不上前面的，按顺序应是第 ${expected} 项。断号或重号像是漏写、抄错，请改正。`,
  english: {
    title: 'Numbers do not run on',
    message: ({ kind, found, expected }) =>
      kind === 'style'
        ? `The number “${found}” is written in another way than those before it in the list. Write all of one list alike.`
        : `The number “${found}” does not follow the one before it; in order it is number ${expected}. Something was left out or copied: correct it.`
  },
  examples: { bad: '1、清淤；2、加固；4、绿化', good: '1、清淤；2、加固；3、绿化' },
  check: (sheet) => proseOf(sheet).flatMap(checkPassage)
};

function checkPassage({ field, text }: Passage): readonly Finding[] {
  const findings: Finding[] = [];
  const last: (Numbered | undefined)[] = [];
  for (const item of numbersIn(text)) {
    const before = last[item.kind];
    last[item.kind] = item;
    last.length = item.kind + 1;
    if (!before || item.number === 1) continue;
    const place = { field, range: item.range };
    const found = text.slice(...item.range).trim();
    if (item.number !== before.number + 1) {
      const expected = String(before.number + 1);
      findings.push({
        place,
        values: { kind: 'order', found, expected },
        related: [{ field, range: before.range }]
      });
    } else if (item.style !== before.style) {
      findings.push({
        place,
        values: { kind: 'style', found, expected: '' },
        related: [{ field, range: before.range }]
      });
    }
  }
  return findings;
}

function numbersIn(text: string): readonly Numbered[] {
  let from = 0;
  return text.split('\n').flatMap((line): readonly Numbered[] => {
    const start = from;
    from += line.length + 1;
    const head = line.slice(0, 12);
    const kind = KINDS.findIndex((pattern) => pattern.test(head));
    const match = KINDS[kind]?.exec(head);
    const number = match ? readCount(match[2]!) : null;
    if (!match || number === null) return [];
    const style = match[0].trim().replace(match[2]!, '').replace('（', '(').replace('）', ')');
    const range = [start + match[1]!.length, start + match[0].length] as const;
    return [{ kind, number, style, range }];
  });
}
