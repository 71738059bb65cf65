import type { Severity } from '../problem.ts';
import type { SheetKind } from '../workbook.ts';

/**
 * A rule that somebody put together without code: what meets its condition is a problem. It travels
 * with the workbook, so that everybody sees the same.
 */
export interface OwnRule {
  readonly id: string;
  /** What is wrong in a few words, as the title of its problems. */
  readonly name: string;
  /** A rule that is not active is kept, but finds nothing. */
  readonly active: boolean;
  readonly where: Where;
  /** What it looks at. */
  readonly item: Item;
  readonly condition: Condition;
  readonly severity: Severity;
  /** `{值}` stands for the text that was found, `{对比}` for what it was compared with. */
  readonly message: string;
}

/** The sheets that a rule looks at. */
export interface Where {
  readonly kind: SheetKind;
  /**
   * On project sheets the form of the workbook, on disclosure sheets the form of the sheet; empty for
   * all of them.
   */
  readonly form: string;
  /** What the title of the sheet contains; empty for all. */
  readonly title: string;
}

/** A column of the rows, or a field above them. */
export interface Item {
  readonly at: 'column' | 'field';
  readonly id: string;
}

/** What texts are compared for. `like` and `unlike` take `*` for any text and `?` for one character. */
export type TextTest =
  'same' | 'other' | 'contains' | 'lacks' | 'begins' | 'ends' | 'like' | 'unlike';

export type NumberTest = '=' | '≠' | '<' | '≤' | '>' | '≥';

export type DateTest = 'before' | 'after';

/** When there is a problem. Every condition but `empty` is silent where nothing is written. */
export type Condition =
  | { readonly is: 'empty' | 'filled' }
  | { readonly is: TextTest; readonly text: string }
  | { readonly is: NumberTest; readonly than: Quantity }
  | { readonly is: DateTest; /** `2026-12-31` */ readonly date: string };

/** What a number is compared with: a number, another item, the sum of a column or of some items. */
export type Quantity =
  | { readonly of: 'number'; readonly number: string }
  | { readonly of: 'item'; readonly item: Item }
  | { readonly of: 'column'; readonly column: string }
  | { readonly of: 'items'; readonly items: readonly Item[] };

/** A workbook holds no more rules of its own, so that checking stays quick. */
export const MOST_OWN_RULES = 100;

/** The name of an own rule everywhere a rule is named: in a problem, in a waiver, in the settings. */
export function ownRuleCode({ id }: Pick<OwnRule, 'id'>): string {
  return `custom-${id}`;
}
