import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FORM_COLUMNS } from '#lib/grid/columns.ts';
import { press } from '#tests/support/press.ts';
import { TableDesk } from '#tests/support/table-desk.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

let desk: TableDesk;
// Wide enough for the whole table, so that no drag has to scroll.
beforeAll(() => page.viewport(1000, 700));
afterEach(() => desk.close());

describe('what cannot be typed', () => {
  it('is said once for a cell of a table that is only shown', async () => {
    desk = new TableDesk(smallWorkbook(), 'p1', { readOnly: true });
    await userEvent.click(page.getByText('≥12公里', { exact: true }).first());
    await userEvent.keyboard('abc{F2}{Delete}');
    expect(desk.refused).toEqual(['table']);
    await userEvent.keyboard('{ArrowDown}{Control>}c{/Control}{Shift>} {/Shift}');
    expect(desk.refused).toEqual(['table']);
    await userEvent.keyboard('x');
    expect(desk.refused).toEqual(['table', 'table']);
  });

  it('is said of a column that only shows something, and of a double click into it', async () => {
    const columns = FORM_COLUMNS.map((column) => ({ ...column, readOnly: column.id === 'level3' }));
    desk = new TableDesk(smallWorkbook(), 'p1', { columns });
    await userEvent.dblClick(page.getByText('清淤河道长度', { exact: true }).first());
    await userEvent.keyboard('x');
    expect(desk.refused).toEqual(['column']);
    await press('ArrowRight');
    await userEvent.keyboard('x{Enter}');
    expect(desk.text('p1-r1', 'description')).toBe('x');
    expect(desk.refused).toEqual(['column']);
  });

  it('is left out where something is filled across it', async () => {
    const columns = FORM_COLUMNS.map((column) => ({ ...column, readOnly: column.id === 'level3' }));
    desk = new TableDesk(smallWorkbook(), 'p1', { columns });
    await desk.select('p1-r1', 'level2');
    await press('Shift+ArrowRight', 'Shift+ArrowRight', 'Control+r');
    expect(desk.text('p1-r1', 'level3')).toBe('清淤河道长度');
    expect(desk.text('p1-r1', 'description')).toBe('数量指标');
  });
});
