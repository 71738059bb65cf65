import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { chooseComposed, compose, pressInComposition } from '#tests/support/composing.ts';
import { freeWorkbook } from '#tests/support/free-workbook.ts';
import { TableDesk } from '#tests/support/table-desk.ts';

let desk: TableDesk;
afterEach(() => desk.close());

/** A desk with the keyboard in cell A of a row. */
async function deskAt(row: string): Promise<void> {
  desk = new TableDesk(freeWorkbook('a1 b1', 'a2 b2', 'a3 b3', 'a4 b4'), 'f');
  await desk.select(row, 'A');
}

describe('an input method', () => {
  it('that begins on a selected cell replaces its text and loses no letter', async () => {
    await deskAt('r2');
    await compose('q');
    expect(desk.typed).toBe('q');
    await compose('qing');
    await chooseComposed('清');
    await userEvent.keyboard('{Enter}');
    expect(desk.text('r2', 'A')).toBe('清');
  });

  it('replaces the text of a cell that was reached just now, also with signs that no key brings', async () => {
    await deskAt('r1');
    await userEvent.keyboard('{ArrowDown}成本指标{Enter}');
    expect(desk.text('r2', 'A')).toBe('成本指标');
  });

  it('loses no letter right after Tab, Enter and an arrow', async () => {
    await deskAt('r1');
    for (const [text, key] of [
      ['一', '{Tab}'],
      ['二', '{Enter}'],
      ['三', '{ArrowDown}'],
      ['四', '{Enter}']
    ]) {
      await compose('n');
      await compose('ni');
      await chooseComposed(text!);
      await userEvent.keyboard(key!);
    }
    expect([desk.text('r1', 'A'), desk.text('r1', 'B')]).toEqual(['一', '二']);
    expect([desk.text('r2', 'A'), desk.text('r3', 'A')]).toEqual(['三', '四']);
  });

  it('goes on in a text that was begun with letters', async () => {
    await deskAt('r2');
    await userEvent.keyboard('12');
    await compose('gong');
    await chooseComposed('公里');
    await userEvent.keyboard('{Enter}');
    expect(desk.text('r2', 'A')).toBe('12公里');
  });

  it.each(['Enter', 'Escape', 'ArrowDown', 'ArrowLeft', 'Digit2', 'Tab', 'Space', 'Backspace'])(
    'has %s for itself while it composes',
    async (key) => {
      await deskAt('r2');
      await compose('zhong');
      await pressInComposition(key);
      expect([desk.typed, desk.at, desk.edits]).toEqual(['zhong', 'r2/A', []]);
      await chooseComposed('中文');
      expect(desk.typed).toBe('中文');
      await userEvent.keyboard('{Enter}');
      expect(desk.text('r2', 'A')).toBe('中文');
    }
  );

  it('is not disturbed by what a colleague does', async () => {
    await deskAt('r2');
    await compose('zh');
    desk.remote({ do: 'cell', row: 'r2', column: 'A', text: '同事写的' });
    desk.remote({ do: 'cell', row: 'r1', column: 'B', text: '长'.repeat(200) });
    await vi.waitFor(() => expect(desk.shown('B')[0]).toBe('长'.repeat(200)));
    desk.remote({ do: 'delete', rows: ['r1'] });
    desk.remote({ do: 'insert', sheet: 'f', after: null, rows: [{ id: 'new', cells: {} }] });
    desk.remote({ do: 'move', rows: ['r4'], sheet: 'f', after: null });
    await compose('zhong');
    expect([desk.typed, document.activeElement?.tagName]).toEqual(['zhong', 'TEXTAREA']);
    await chooseComposed('中文');
    await userEvent.keyboard('{Enter}');
    expect(desk.text('r2', 'A')).toBe('中文');
    await vi.waitFor(() => expect(desk.shown('A')).toEqual(['a4', '', '中文', 'a3']));
  });

  it('keeps its text for whoever composed it into a row that a colleague deletes', async () => {
    await deskAt('r2');
    await compose('zh');
    desk.remote({ do: 'delete', rows: ['r2'] });
    await compose('zhong');
    expect(desk.typed).toBe('zhong');
    await chooseComposed('中文');
    await userEvent.keyboard('{Enter}');
    expect(desk.lost).toEqual(['中文']);
    await vi.waitFor(() => expect(desk.shown('A')).toEqual(['a1', 'a3', 'a4']));
  });

  it('begins in the cell that a colleague has just written into or moved', async () => {
    await deskAt('r2');
    desk.remote({ do: 'cell', row: 'r2', column: 'A', text: '同事写的' });
    desk.remote({ do: 'move', rows: ['r2'], sheet: 'f', after: 'r4' });
    await compose('q');
    expect(desk.typed).toBe('q');
    await compose('qing');
    await chooseComposed('清');
    await userEvent.keyboard('{Enter}');
    expect(desk.text('r2', 'A')).toBe('清');
  });

  it('that is given up leaves the editor open and nothing written', async () => {
    await deskAt('r2');
    await compose('zhong');
    await compose('');
    expect(desk.typed).toBe('');
    await userEvent.keyboard('{Escape}');
    expect([desk.table.editing, desk.text('r2', 'A'), desk.edits]).toEqual([false, 'a2', []]);
  });
});
