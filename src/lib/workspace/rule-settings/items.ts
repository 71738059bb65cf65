import { disclosureColumns, DISCLOSURE_FORMS } from '#lib/model/disclosure-forms.ts';
import { columnsOf, fieldsOf, fieldTitle } from '#lib/model/fields.ts';
import type { Item, Where } from '#lib/model/settings/own-rule.ts';
import type { Column, Workbook } from '#lib/model/workbook.ts';

/** An item that an own rule can look at, with the name that a person knows it by. */
export interface NamedItem {
  readonly item: Item;
  readonly title: string;
  /** Whether it may hold numbers, which others can be compared with. */
  readonly numeric: boolean;
}

/**
 * The items of the sheets that a rule is for: the columns and fields of their kind, and what columns
 * such sheets of the workbook have besides. Columns come first.
 */
export function itemsOf({ sheets }: Workbook, { kind, form }: Where): readonly NamedItem[] {
  const matching = sheets.filter(
    (sheet) => sheet.kind === kind && (kind !== 'disclosure' || form === '' || sheet.form === form)
  );
  const columns = new Map<string, string>();
  for (const { id, title } of [
    ...knownColumns(kind, form),
    ...matching.flatMap((sheet) => sheet.columns)
  ]) {
    if (!columns.has(id)) columns.set(id, title === '' ? id : title);
  }
  return [
    ...[...columns].map(([id, title]) => ({
      item: { at: 'column', id } as const,
      title,
      numeric: true
    })),
    ...fieldsOf(kind).map((field) => ({
      item: { at: 'field', id: field.id } as const,
      title: field.title,
      numeric: field.kind === 'amount' || field.kind === 'percent'
    }))
  ];
}

/** The name of an item of a rule. */
export function itemTitle(workbook: Workbook, where: Where, { at, id }: Item): string {
  if (at === 'field') return fieldTitle(where.kind, id);
  const named = itemsOf(workbook, where).find(({ item }) => item.at === at && item.id === id);
  return named?.title ?? id;
}

function knownColumns(kind: Where['kind'], form: string): readonly Column[] {
  if (kind !== 'disclosure') return columnsOf(kind);
  return form === ''
    ? DISCLOSURE_FORMS.flatMap(({ name }) => disclosureColumns(name))
    : disclosureColumns(form);
}
