import { describe, expect, it } from 'vitest';
import { columnsOfSheet, FORM_COLUMNS, headingOf, type GridColumn } from '#lib/grid/columns.ts';
import { columnWidths } from '#lib/grid/row-height.ts';
import { frozenCount, shownColumns } from '#lib/grid/shown-columns.ts';
import { workbookOfAllKinds } from '#tests/support/workbooks.ts';

const idsOf = (columns: readonly GridColumn[]) => columns.map(({ id }) => id);
const sheet = (wanted: string) => workbookOfAllKinds().sheets.find(({ id }) => id === wanted)!;

describe('the columns that are shown', () => {
  it('are the very same where nothing is hidden and no width was given', () => {
    expect(shownColumns(FORM_COLUMNS, { hidden: ['gone'], widths: {} })).toBe(FORM_COLUMNS);
  });

  it('know which ones are left out beside them', () => {
    const hidden = ['level2', 'level3', 'basis'];
    const shown = shownColumns(FORM_COLUMNS, { hidden, widths: {} });
    expect(idsOf(shown)).toEqual(['level1', 'description', 'target']);
    expect(shown[1]!.hiddenBefore).toEqual(['level2', 'level3']);
    expect(shown[2]!.hiddenAfter).toEqual(['basis']);
  });

  it('keep the letters of their places', () => {
    const columns = columnsOfSheet(sheet('f1'));
    const shown = shownColumns(columns, { hidden: ['A'], widths: {} });
    expect(shown.map((_, at) => headingOf(shown, at))).toEqual(['B']);
  });

  it('are all there where all were hidden', () => {
    const hidden = idsOf(FORM_COLUMNS);
    expect(shownColumns(FORM_COLUMNS, { hidden, widths: {} })).toBe(FORM_COLUMNS);
  });

  it('have the widths they were given, and share what is left of the page', () => {
    const shown = shownColumns(FORM_COLUMNS, { hidden: [], widths: { level3: 222 } });
    const widths = columnWidths(shown, 1000);
    expect(widths[2]).toBe(222);
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(1000);
  });
});

describe('the columns that stay in sight', () => {
  it('are counted among those that are shown', () => {
    const shown = shownColumns(FORM_COLUMNS, { hidden: ['level2'], widths: {} });
    expect(frozenCount(FORM_COLUMNS, shown, 'level3')).toBe(2);
    expect(frozenCount(FORM_COLUMNS, shown, 'level2')).toBe(1);
    expect(frozenCount(FORM_COLUMNS, shown, '')).toBe(0);
    expect(frozenCount(FORM_COLUMNS, shown, null)).toBeUndefined();
  });

  it('tear no heading apart that stands over several', () => {
    const columns = columnsOfSheet(sheet('d1'));
    expect(frozenCount(columns, columns, 'incomeItem')).toBe(2);
  });
});
