import type { PaperReview } from './paper-review.ts';

/** What tells whose a paper is. */
export type PaperNames = Pick<PaperReview, 'unit' | 'file' | 'title'>;

/** The papers of one unit, in the order they came in. */
export interface UnitPapers<Paper extends PaperNames> {
  /** The unit, or of a paper that names none its file; what the review is saved under. */
  readonly name: string;
  readonly papers: readonly Paper[];
}

/**
 * The papers of each unit together, the units in the order of their first papers. Names that differ only
 * in spaces or in the width of characters are one unit; a paper that names none stands alone.
 */
export function papersByUnit<Paper extends PaperNames>(
  papers: readonly Paper[]
): UnitPapers<Paper>[] {
  const units = new Map<string | Paper, Paper[]>();
  for (const paper of papers) {
    const key = paper.unit.normalize('NFKC').replace(/\s/g, '') || paper;
    const known = units.get(key);
    if (known) known.push(paper);
    else units.set(key, [paper]);
  }
  return [...units.values()].map((together) => ({ name: nameOf(together[0]!), papers: together }));
}

function nameOf({ unit, file, title }: PaperNames): string {
  return unit.trim() || file.replace(/\.[^./]*$/, '') || title;
}
