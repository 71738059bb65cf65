/** Words that take back what a date says. */
const HEDGES = /预计|争取|力争|大约|大概|约(?=\d)|计划于|拟于|暂定|左右|前后|尽量|尽可能/g;

/** The hedging words in a text, in their order. */
export function hedgesIn(text: string): readonly string[] {
  return [...text.matchAll(HEDGES)].map(([word]) => word);
}

/** A text without its hedging words. */
export function withoutHedges(text: string): string {
  return text.replace(HEDGES, '').trim();
}
