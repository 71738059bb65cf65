import type { Ledger } from '../ledger.ts';
import { isBlank, isTabbed, type Line } from '../lines.ts';

/** A number that may be that of a page: at the end of a line, or with a line or three of its own. */
interface Candidate {
  readonly page: number;
  /** The first and the last line it stands on, as indexes. */
  readonly first: number;
  readonly last: number;
  /** The text in front of it on its line; empty where it stands alone. */
  readonly before: string;
  /** Whether the page ends below it, as far as blank lines can show that. */
  readonly atFoot: boolean;
}

/** Converters keep the foot of a page as blank lines; at least this many are one. */
const FOOT = 4;

/** Pages in between may have no number, or one that was lost. */
const WIDEST_GAP = 5;

/** Fewer numbers that run on prove nothing. */
const PROOF = 3;

const GLUED = /([^\d\s.．,≥≤=<>＝~～/-])[^\S\n]*(\d{1,3})$/;
const ALONE =
  /^(?:第\s*(\d{1,3})\s*页|[-—–]\s*(\d{1,3})\s*[-—–]|[（(]\s*(\d{1,3})\s*[)）]|(\d{1,3}))$/;

/**
 * The lines without the page numbers that a converter glued to their ends or left on lines of their own.
 * Only numbers that run on from page to page, at least three of them, are known for page numbers.
 */
export function withoutPageNumbers(lines: readonly Line[], ledger: Ledger): Line[] {
  const candidates = findCandidates(lines);
  const proved = runningPages(candidates);
  const mended = [...lines];
  for (const { page, first, last, before } of withPagesBetween(proved, candidates)) {
    const printed = lines.slice(first, last + 1).map(({ text }) => text.trim());
    const words = before === '' ? `单独成行的页码“${printed.join('')}”` : `粘在行尾的页码“${page}”`;
    ledger.note('repaired', lines[last]!.number, `${words}已去掉。`);
    for (let index = first; index <= last; index += 1) {
      mended[index] = { ...lines[index]!, text: before, endsPage: true };
      if (before === '') ledger.recognise(lines[index]!.number);
    }
  }
  return mended;
}

function findCandidates(lines: readonly Line[]): Candidate[] {
  return lines.flatMap((line, last) => {
    if (isBlank(line) || isTabbed(line)) return [];
    const atFoot = isFoot(lines, last + 1);
    const text = line.text.trimEnd();
    const split = text.trim() === ')' || text.trim() === '）' ? splitNumber(lines, last) : null;
    if (split) return [{ ...split, last, before: '', atFoot }];
    const alone = ALONE.exec(text.trim());
    if (alone) {
      const page = Number(alone.slice(1).find((digits) => digits !== undefined));
      return [{ page, first: last, last, before: '', atFoot }];
    }
    const glued = GLUED.exec(text.slice(-12));
    if (!glued) return [];
    const before = text.slice(0, -glued[2]!.length).trimEnd();
    return [{ page: Number(glued[2]), first: last, last, before, atFoot }];
  });
}

/** A number in brackets that was split over three lines, of which the last is given. */
function splitNumber(
  lines: readonly Line[],
  last: number
): Pick<Candidate, 'page' | 'first'> | null {
  const [open, digits] = lines.slice(Math.max(0, last - 2), last).map(({ text }) => text.trim());
  if (!/^[（(]$/.test(open ?? '') || !/^\d{1,3}$/.test(digits ?? '')) return null;
  return { page: Number(digits), first: last - 2 };
}

function isFoot(lines: readonly Line[], from: number): boolean {
  return lines.slice(from, from + FOOT).every(isBlank);
}

/** The longest run of numbers at the foot of pages that grow by the page; empty where it proves nothing. */
function runningPages(candidates: readonly Candidate[]): Candidate[] {
  interface Run {
    readonly candidate: Candidate;
    readonly length: number;
    readonly above: Run | null;
  }
  const runs = new Map<number, Run>();
  let longest: Run | null = null;
  for (const candidate of candidates) {
    if (!candidate.atFoot) continue;
    let above: Run | null = null;
    for (let gap = 1; gap <= WIDEST_GAP; gap += 1) {
      const run = runs.get(candidate.page - gap);
      if (run && run.length > (above?.length ?? 0)) above = run;
    }
    const run: Run = { candidate, above, length: (above?.length ?? 0) + 1 };
    if (run.length > (runs.get(candidate.page)?.length ?? 0)) runs.set(candidate.page, run);
    if (run.length > (longest?.length ?? 0)) longest = run;
  }
  const pages: Candidate[] = [];
  for (let run: Run | null = longest; run; run = run.above) pages.unshift(run.candidate);
  return pages.length >= PROOF && !isNumbering(pages) ? pages : [];
}

/** Whether all numbers stand behind the same word, as in 目标1, 目标2, 目标3. */
function isNumbering(pages: readonly Candidate[]): boolean {
  const [first, ...others] = new Set(pages.map(({ before }) => before.slice(-1)));
  return others.length === 0 && /\p{Script=Han}/u.test(first ?? '');
}

/** The pages, and between two of them one that lacks its foot but has just the number in between. */
function withPagesBetween(
  pages: readonly Candidate[],
  candidates: readonly Candidate[]
): Candidate[] {
  const missing = new Set(
    pages.flatMap(({ page }, at) => (pages[at + 1]?.page === page + 2 ? [page + 1] : []))
  );
  const fitting = candidates.filter(({ page }) => missing.has(page));
  return pages.flatMap((page, at) => {
    const next = pages[at + 1];
    if (!next || !missing.has(page.page + 1)) return [page];
    const between = fitting.filter(
      ({ first, last, page: number }) =>
        number === page.page + 1 && first > page.last && last < next.first
    );
    return between.length === 1 ? [page, between[0]!] : [page];
  });
}
