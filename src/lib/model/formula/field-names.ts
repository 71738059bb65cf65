import { fieldsOf, type Field } from '../fields.ts';
import type { SheetKind } from '../workbook.ts';

/** The fields of a kind of sheet that a formula can refer to: all but prose. */
export function formulaFields(kind: SheetKind): readonly Field[] {
  return fieldsOf(kind).filter((field) => field.kind !== 'prose');
}

/** What a formula calls a field: its title, of `其中：财政资金` what is behind the colon. */
export function fieldName({ title }: Field): string {
  return title.replace(/^.*：/, '');
}

/** The id of the field that a formula calls so; null where the kind has none. */
export function fieldNamed(kind: SheetKind, name: string): string | null {
  return formulaFields(kind).find((field) => fieldName(field) === name)?.id ?? null;
}
