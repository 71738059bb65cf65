import { fieldText, type Sheet } from '#lib/model/workbook.ts';
import { readCount } from '#lib/model/chinese-number.ts';
import { firstAtEachPlace } from './first-at-each-place.ts';
import { fold } from './fold.ts';
import type { Finding, SheetRule } from './rule.ts';
import { proseOf, type Passage } from './sheet-texts.ts';

/** What papers announce before they list it. */
const COUNTED =
  '(?:个方面|项(?:绩效)?目标|项(?:工作|任务|内容|措施)|个(?:内设)?(?:科室|机构)|个(?:原则|部分|环节))';
const COUNT = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})';
const CLAIM = new RegExp(`${COUNT}(${COUNTED})[^。；：:\\n]{0,8}[：:]`, 'g');

/** `设置1项产出指标、1项效果指标，分别是甲；乙。` */
const INDICATORS = /设置((?:\d{1,2}项[^，。；、\n]{1,8}指标[、和]?)+)，(?:分别)?是([^。]*)/g;

/** 设置了2项绩效目标, and further down 对应目标一, 对应目标二. */
const CLAIMED_GOALS = new RegExp(`${COUNT}项绩效目标`);
const GOAL_BY_NUMBER = /对应目标([一二三四五六七八九十]{1,3})/g;

const NUMBERED_LINE = /^\s*[（(]?\d{1,3}[)）、.．]/;
const NUMBERED_WORD = /[一二三四五六七八九十]{1,3}是/g;

/** What is announced with its number, and what is then listed. */
interface Claim {
  readonly range: readonly [from: number, to: number];
  readonly claimed: number;
  readonly listed: readonly string[];
}

/**
 * As many are listed as were announced, and none of them twice. Looked at are numbered paragraphs, 一是…
 * 二是…, names with 、 between them, and indicators behind 分别是; other lists are left alone.
 */
export const countClaim: SheetRule = {
  code: 'count-claim',
  severity: 'warning',
  scope: 'sheet',
  kinds: ['text', 'brief', 'project'],
  title: '所列项数与前文不符',
  source: '前文所说的项数应与所列一致',
  message: ({ kind, claim, count, item }) =>
    kind === 'twice'
      ? `“${claim}”后面所列的“${item}”出现了两次。重复的一项会让人怀疑漏写了别的，请核对。`
      : `前文说“${claim}”，后面写到的是 ${count} 项。数目不一致会被认为漏写或抄错，请核对。`,
  english: {
    title: 'The number announced is not the number listed',
    message: ({ kind, claim, count, item }) =>
      kind === 'twice'
        ? `“${item}” stands twice in the list behind “${claim}”. Something else may have been left out: check the list.`
        : `“${claim}” is announced, but ${count} are listed. Something is missing or was copied: check both.`
  },
  examples: {
    bad: '包括2个方面：1、清淤；2、加固；3、绿化。',
    good: '包括2个方面：1、清淤；2、加固。'
  },
  check: (sheet) =>
    firstAtEachPlace([
      ...proseOf(sheet).flatMap((passage) =>
        [...claimsIn(passage.text), ...indicatorClaimsIn(passage.text)].flatMap((claim) =>
          judge(passage, claim)
        )
      ),
      ...judgeGoals(sheet)
    ])
};

/** A brief whose indicators belong to more goals than it announces. */
function judgeGoals(sheet: Sheet): readonly Finding[] {
  const claim = CLAIMED_GOALS.exec(fieldText(sheet, 'goals'));
  const claimed = readCount(claim?.[1] ?? '');
  const mentioned = [...fieldText(sheet, 'indicators').matchAll(GOAL_BY_NUMBER)].map((match) => ({
    number: readCount(match[1]!) ?? 0,
    range: [match.index, match.index + match[0].length] as const
  }));
  const beyond = mentioned.find(({ number }) => claimed !== null && number > claimed);
  if (!claim || !beyond) return [];
  const count = Math.max(...mentioned.map(({ number }) => number));
  return [
    {
      place: { field: 'goals', range: [claim.index, claim.index + claim[0].length] },
      values: { kind: 'count', claim: claim[0], count: String(count) },
      related: [{ field: 'indicators', range: beyond.range }]
    }
  ];
}

function judge({ field, text }: Passage, { range, claimed, listed }: Claim): readonly Finding[] {
  if (listed.length === 0) return [];
  const place = { field, range };
  const claim = text.slice(...range);
  if (listed.length !== claimed) {
    return [{ place, values: { kind: 'count', claim, count: String(listed.length) } }];
  }
  const folded = listed.map(fold);
  const twice = listed.find((_, at) => folded[at] !== '' && folded.indexOf(folded[at]!) < at);
  return twice === undefined
    ? []
    : [{ place, values: { kind: 'twice', claim, item: twice.trim() } }];
}

function claimsIn(text: string): readonly Claim[] {
  const matches = [...text.matchAll(CLAIM)];
  return matches.flatMap((match, at): readonly Claim[] => {
    const claimed = readCount(match[1]!);
    if (claimed === null || claimed < 2) return [];
    const rest = text.slice(match.index + match[0].length, matches[at + 1]?.index);
    const range = [match.index, match.index + match[1]!.length + match[2]!.length] as const;
    return [{ range, claimed, listed: listedIn(rest, match[2]!) }];
  });
}

function listedIn(rest: string, counted: string): readonly string[] {
  const lines = rest.split('\n');
  const [sameLine = '', ...below] = lines;
  if (sameLine.trim() === '' || NUMBERED_LINE.test(sameLine)) {
    const list = sameLine.trim() === '' ? below : lines;
    const end = list.findIndex((line) => !NUMBERED_LINE.test(line));
    return end < 0 ? list : list.slice(0, end);
  }
  if (/^\s*一是/.test(sameLine)) return firstRun(rest.match(NUMBERED_WORD) ?? []);
  const [sentence = ''] = sameLine.split(/[。；]/);
  return /科室|机构|原则/.test(counted) && sentence.includes('、') ? sentence.split('、') : [];
}

/** 一是, 二是 … up to where another such list begins. */
function firstRun(words: readonly string[]): readonly string[] {
  const again = words.indexOf('一是', 1);
  return again < 0 ? words : words.slice(0, again);
}

function indicatorClaimsIn(text: string): readonly Claim[] {
  return [...text.matchAll(INDICATORS)].map((match) => {
    const claims = match[1]!;
    const from = match.index + '设置'.length;
    const counts = [...claims.matchAll(/\d+/g)].map(([count]) => Number(count));
    const [list = ''] = match[2]!.split(/\n\s*\d{1,2}[、.．]/);
    return {
      range: [from, from + claims.length] as const,
      claimed: counts.reduce((all, count) => all + count, 0),
      listed: list.split(/[；;]/).filter((item) => item.trim() !== '')
    };
  });
}
