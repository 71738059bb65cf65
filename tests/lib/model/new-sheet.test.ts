import { describe, expect, it } from 'vitest';
import { applyEdit } from '#lib/model/apply.ts';
import { createSheet, createWorkbook } from '#lib/model/create.ts';
import { DISCLOSURE_FORMS, disclosureFormOf } from '#lib/model/disclosure-forms.ts';
import { countingIds } from '#lib/model/ids.ts';
import { newSheetFor } from '#lib/model/new-sheet.ts';
import { readWorkbook } from '#lib/model/schema.ts';
import { fieldText, type SheetKind } from '#lib/model/workbook.ts';
import { workbookOfAllKinds } from '#tests/support/workbooks.ts';

const workbook = workbookOfAllKinds();
const empty = createWorkbook({ department: '青泉县水务局', year: 2026 });

describe('a new sheet', () => {
  it.each<[SheetKind, string | null]>([
    ['project', 'p1'],
    ['disclosure', 'd3'],
    ['brief', 'b1'],
    ['free', 'f1'],
    ['text', null]
  ])('of the kind %s comes after the last of its kind', (kind, after) => {
    expect(newSheetFor(workbook, kind, 'income').after).toBe(after);
  });

  it.each<SheetKind>(['project', 'disclosure', 'brief', 'text', 'free'])(
    'of the kind %s leaves a valid workbook, with or without others',
    (kind) => {
      for (const before of [workbook, empty]) {
        const { sheet, after } = newSheetFor(before, kind, 'income', countingIds('new'));
        const changes = [{ do: 'insert-sheet', sheet, after }] as const;
        expect(readWorkbook(applyEdit(before, { label: '', changes }))).not.toHaveProperty('fault');
      }
    }
  );

  it('takes over the unit of the others, or of the workbook where there is none', () => {
    const beside = newSheetFor(workbook, 'disclosure', 'income').sheet;
    expect(fieldText(beside, 'unitCode')).toBe('405001');
    expect(fieldText(beside, 'year')).toBe('2026');
    const first = newSheetFor(empty, 'project').sheet;
    expect(fieldText(first, 'unitName')).toBe('青泉县水务局');
  });

  it.each([
    ['24、', '25、'],
    ['3.', '4.'],
    ['', ''],
    ['（三）', '4.']
  ])('after the number “%s” of three has the number “%s”', (number, next) => {
    const sheets = ['1.', '2.', number].map((each) => createSheet('brief', { number: each }));
    expect(newSheetFor({ ...empty, sheets }, 'brief').sheet.number).toBe(next);
  });

  it('of the disclosure has the title, the columns and one row of its form', () => {
    for (const form of DISCLOSURE_FORMS) {
      const { sheet } = newSheetFor(workbook, 'disclosure', form.name);
      expect(disclosureFormOf(sheet.title)?.name).toBe(form.name);
      expect(sheet.columns.map(({ id }) => id)).toEqual(form.columns.map(({ id }) => id));
      expect(sheet.rows).toHaveLength(1);
    }
  });
});
