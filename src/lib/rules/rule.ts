import type { Form } from '#lib/model/forms.ts';
import type { Fix, Severity } from '#lib/model/problem.ts';
import type { Place, Row, Sheet, SheetKind, Workbook } from '#lib/model/workbook.ts';

/** What of the workbook a rule may rest on besides the row or sheet in its hand. */
export interface RuleContext {
  readonly form: Form;
  /** The budget year, or null where it is unknown. */
  readonly year: number | null;
}

/**
 * What a rule found. In the findings of a row rule the places lack the sheet and the row, in those
 * of a sheet rule the sheet: the checker, which knows them, adds them.
 */
export interface Finding {
  readonly place: Place;
  /** What the message speaks of, by name. */
  readonly values: Readonly<Record<string, string>>;
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly Place[];
  readonly fixes?: readonly Fix[];
}

/** What a rule says in English, for who does not read Chinese. */
export interface EnglishTexts {
  readonly title: string;
  readonly message: (values: Readonly<Record<string, string>>) => string;
}

/** What a rule says of itself. All texts but `code` and `english` are in the user's words. */
interface Description {
  /** As in the catalogue of rules; never renamed. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong in a few words. */
  readonly title: string;
  /** The paper or the reason that the rule rests on. */
  readonly source: string;
  /** What is wrong with the value in it, why it matters, what to do. */
  readonly message: (values: Readonly<Record<string, string>>) => string;
  readonly english: EnglishTexts;
  /** What a person would type: a value that the rule finds, and one that it accepts. */
  readonly examples: { readonly bad: string; readonly good: string };
}

/** What a rule of one sheet says of where it applies. */
interface OfSheets {
  /** The kinds of sheet that it looks at; project sheets where it does not say. */
  readonly kinds?: readonly SheetKind[];
}

/** A rule that needs one row and nothing else of the sheet. */
export interface RowRule extends Description, OfSheets {
  readonly scope: 'cell' | 'row';
  readonly check: (row: Row, context: RuleContext) => readonly Finding[];
}

/** What of a sheet stands above its rows. */
export type Header = Pick<Sheet, 'id' | 'kind' | 'fields'>;

/** A rule that needs the header of a sheet, but not its rows. */
export interface FieldRule extends Description, OfSheets {
  readonly scope: 'field';
  readonly check: (header: Header, context: RuleContext) => readonly Finding[];
}

/** A rule that needs a whole sheet. */
export interface SheetRule extends Description, OfSheets {
  readonly scope: 'sheet';
  readonly check: (sheet: Sheet, context: RuleContext) => readonly Finding[];
}

/**
 * A rule across the sheets of a workbook. It runs after every edit, so what it needs of a sheet it
 * remembers by identity. A finding about the workbook as a whole is placed at the sheet where a reader
 * would look first; one about its cover or its 目录 names no sheet and has that property as `field`.
 */
export interface WorkbookRule extends Description {
  readonly scope: 'workbook';
  readonly check: (workbook: Workbook, context: RuleContext) => readonly Finding[];
}

/**
 * A rule of the catalogue. It is total: it never throws, whatever the cells hold. It is pure: the
 * same row, sheet and context give the same findings.
 */
export type Rule = RowRule | FieldRule | SheetRule | WorkbookRule;
