import { disclosureFormOf } from '#lib/model/disclosure-forms.ts';
import type { Fix } from '#lib/model/problem.ts';
import { contentsText } from '#lib/model/workbook-property.ts';
import { readCount } from '#lib/model/chinese-number.ts';
import { FIXES } from './fix-labels.ts';
import { fold } from './fold.ts';
import { NINE_FORMS } from './disclosure-sets.ts';

/** An entry of a 目录 as it was printed. */
export interface Entry {
  /** Without its page. */
  readonly text: string;
  /** Without its number. */
  readonly title: string;
  /** Null where it has none. */
  readonly number: number | null;
  /** How the number is written: entries of one list have one style. */
  readonly style: string;
  /** Its characters in the 目录. */
  readonly range: readonly [from: number, to: number];
}

/** A number in front of a title: 第一部分, 一、, （一）, 1. and the like. */
const NUMBER =
  /^(?:第([一二三四五六七八九十]{1,3})部分\s*|[（(]?(\d{1,3}|[一二三四五六七八九十]{1,3})(?:[)）][、.．]?|[、.．])\s*)/;

/** What a title adds to the name of its project. */
const AROUND_NAME = /^关于|(?:项目)?绩效目标表$|(?:项目)?绩效目标(?:和)?指标(?:情况)?的?说明$/g;

const YEAR = /\d{4}年度?/g;

/** The entries of a 目录, as `Workbook.contents` holds it. */
export function entriesOf(contents: string): readonly Entry[] {
  if (known.contents !== contents) known = { contents, entries: readEntries(contents) };
  return known.entries;
}

/** Rules ask after every edit, and hardly any edit changes the 目录. */
let known: { readonly contents: string; readonly entries: readonly Entry[] } = {
  contents: '',
  entries: []
};

function readEntries(contents: string): readonly Entry[] {
  let from = 0;
  return contents.split('\n').flatMap((line): Entry[] => {
    const start = from;
    from += line.length + 1;
    const text = line.replace(/\t+\d{0,4}\s*$/, '').trimEnd();
    if (text.trim() === '') return [];
    const match = NUMBER.exec(text);
    const written = match?.[1] ?? match?.[2] ?? '';
    const title = text.slice(match?.[0].length ?? 0);
    const style = (match?.[0] ?? '').replace(written, /^\d/.test(written) ? '1' : '一').trim();
    return [{ text, title, number: countIn(text), style, range: [start, start + text.length] }];
  });
}

/** The number that a text begins with, however it is written; null where it begins with none. */
export function countIn(text: string): number | null {
  const match = NUMBER.exec(text);
  return match && readCount(match[1] ?? match[2]!);
}

/** The name of the project in a title without a number. */
export function projectIn(title: string): string {
  return title.replace(AROUND_NAME, '').trim();
}

/** What a title is known by, whatever its number, spaces, signs and years. */
export function titleKey(title: string): string {
  return fold(title.replace(NUMBER, '').replace(YEAR, ''));
}

/** The name of the project that a title names, folded; where it names none, the title. */
export function nameKey(title: string): string {
  const name = projectIn(title.replace(NUMBER, '').trim());
  return fold(name.replace(YEAR, '')).replace(/项目$/, '');
}

/** Which of the nine disclosure tables a title names; null where it names none. */
export function nineFormOf(title: string): string | null {
  const name = disclosureFormOf(title)?.name;
  return name !== undefined && NINE_FORMS.includes(name) ? name : null;
}

/** The fix that lets the program make the 目录 from the titles. */
export function useOwnContents(): Fix {
  const label = FIXES.ownContents;
  const text = contentsText(null);
  return { label, edit: { label, changes: [{ do: 'workbook', property: 'contents', text }] } };
}
