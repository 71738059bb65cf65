import { evenStep, modulo } from './even-step.ts';
import type { Series } from './series.ts';

/** What begins again at its end. */
const LISTS: readonly (readonly string[])[] = [
  [...'一二三四五六日'].map((day) => `星期${day}`),
  [...'一二三四五六日'].map((day) => `周${day}`),
  [...'一二三四五六日'].map((day) => `礼拜${day}`),
  [...'甲乙丙丁戊己庚辛壬癸'],
  [...'子丑寅卯辰巳午未申酉戌亥'],
  [...'①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿'],
  [...'⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'],
  [...'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ'],
  ['上半年', '下半年']
];

const SUNDAY = /^(星期|周|礼拜)天$/;

/** Weekdays, 甲乙丙, ①②③ and the like. */
export function listSeries(texts: readonly string[]): Series | null {
  const items = texts.map((text) => text.replace(SUNDAY, '$1日'));
  const list = LISTS.find((names) => items.every((item) => names.includes(item)));
  if (!list) return null;
  // A list goes round: 星期六 to 星期日 to 星期一 is one step each time.
  let last = -1;
  const places = items.map((item) => {
    const place = list.indexOf(item);
    last = last < 0 ? place : last + forward(last, place, list.length);
    return last;
  });
  const [first = 0] = places;
  const step = evenStep(places);
  if (step === null) return null;
  return { counts: true, at: (place) => list[modulo(first + step * place, list.length)]! };
}

/** The shorter way from a place to another one, backwards below zero. */
function forward(from: number, to: number, length: number): number {
  const way = modulo(to - from, length);
  return way > length / 2 ? way - length : way;
}
