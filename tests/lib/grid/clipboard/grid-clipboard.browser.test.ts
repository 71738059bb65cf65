import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Workbook } from '#lib/model/workbook.ts';
import { ClipboardDesk, EXCEL, plain, send } from '#tests/support/clipboard-desk.ts';
import { freeWorkbook } from '#tests/support/free-workbook.ts';
import { smallWorkbook, workbookOfAllKinds } from '#tests/support/workbooks.ts';

/** From the first cell of a row to its last. */
const WHOLE_ROW = `{Shift>}${'{ArrowRight}'.repeat(5)}{/Shift}`;

const THIRD = ['level1', 'level3', 'target'];

let desk: ClipboardDesk;
afterEach(() => desk.close());

/** The small workbook, whose second project has no indicators. */
function withEmptyProject(): Workbook {
  const workbook = smallWorkbook();
  const sheets = workbook.sheets.map((sheet) =>
    sheet.id === 'p2' ? { ...sheet, rows: [] } : sheet
  );
  return { ...workbook, sheets };
}

describe('a table without rows', () => {
  it('makes them of what is pasted, wherever on the page the keyboard is, in one edit', async () => {
    desk = new ClipboardDesk(withEmptyProject(), 'p2');
    const outside = document.createElement('button');
    document.body.append(outside);
    outside.focus();
    send('paste', EXCEL);
    await vi.waitFor(() => expect(desk.foreign).toHaveLength(1));
    expect(desk.texts(THIRD)[1]).toEqual(['产出指标', '一次验收合格率', '98%']);
    expect([desk.ids().length, desk.edits.length]).toEqual([5, 1]);
    desk.undo();
    expect(desk.ids()).toEqual([]);
    expect(desk.foreign[0]!.write('as-is')).toBe(true);
    expect(desk.texts(['level1'])[1]).toEqual(['']);
    outside.remove();
  });

  it('leaves to a field what is pasted there', () => {
    desk = new ClipboardDesk(withEmptyProject(), 'p2');
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    send('paste', plain('甲\t乙'));
    expect(desk.edits).toEqual([]);
    field.remove();
  });

  it('takes in rows that were cut elsewhere, as themselves', async () => {
    desk = new ClipboardDesk(withEmptyProject());
    await desk.select('p1-r2', 'level1', WHOLE_ROW);
    const cut = send('cut');
    desk.open('p2');
    send('paste', cut);
    await vi.waitFor(() => expect(desk.ids()).toEqual(['p1-r2']));
    expect(desk.ids('p1')).toEqual(['p1-r1', 'p1-r3']);
  });
});

describe('hidden columns', () => {
  /** A free sheet of columns A to C of which B is hidden. */
  async function deskWithoutB(...rows: string[]): Promise<void> {
    desk = new ClipboardDesk(freeWorkbook(...rows), 'f');
    desk.open('f', false, ['B']);
    await desk.select('r1', 'A');
  }

  it('are written by a paste over them, as in a spreadsheet, which is said', async () => {
    await deskWithoutB('a b c', 'd e f');
    send('paste', plain('1\t2\t3\t4'));
    await vi.waitFor(() => expect(desk.edits).toHaveLength(1));
    expect(desk.texts(['A', 'B', 'C', 'D'])).toEqual([
      ['1', '2', '3', '4'],
      ['d', 'e', 'f', '']
    ]);
    expect(desk.unseen).toEqual([1]);
  });

  it('are copied between those beside them, and come to lie in the same columns', async () => {
    await deskWithoutB('a b c', 'd e f');
    await desk.select('r1', 'A', '{Shift>}{ArrowRight}{/Shift}');
    const copied = send('copy');
    expect(copied['text/plain']?.trim()).toBe('a\tb\tc');
    await desk.select('r2', 'A');
    send('paste', copied);
    await vi.waitFor(() => expect(desk.texts(['A', 'B', 'C'])[1]).toEqual(['a', 'b', 'c']));
    await desk.select('r2', 'C');
    send('paste', plain('x'));
    await vi.waitFor(() => expect(desk.texts(['A', 'B', 'C'])[1]).toEqual(['a', 'b', 'x']));
    expect(desk.unseen).toEqual([1]);
  });
});

describe('pasting from another program', () => {
  it('takes merged cells, line breaks and numbers in as they are meant, in one edit', async () => {
    desk = new ClipboardDesk();
    await desk.select('p1-r3', 'level1');
    send('paste', EXCEL);
    await vi.waitFor(() => expect(desk.foreign).toHaveLength(1));
    expect(desk.texts(THIRD).slice(2)).toEqual([
      ['产出指标', '整修塘坝数量', '26'],
      ['产出指标', '一次验收合格率', '98%'],
      ['产出指标', '返工座数', '0'],
      ['产出指标', '完工时间', '2026年11月30日'],
      ['成本指标', '单座费用', '1250.50']
    ]);
    expect(desk.edits).toHaveLength(1);
    expect(desk.foreign[0]).toMatchObject({
      recognised: '5 行 × 6 列，1 处合并，2 个数字是文本，含 1 个隐藏行',
      differing: 7,
      written: true
    });
  });

  it('writes it again as it came, after the first paste was taken back', async () => {
    desk = new ClipboardDesk();
    const before = desk.texts(THIRD);
    await desk.select('p1-r3', 'level1');
    send('paste', EXCEL);
    await vi.waitFor(() => expect(desk.foreign).toHaveLength(1));
    desk.undo();
    expect(desk.foreign[0]!.write('as-is')).toBe(true);
    expect(desk.texts(THIRD).slice(2)).toEqual([
      ['产出指标', '整修塘坝数量', '２６'],
      ['', '一次验收合格率', '98%'],
      ['', '返工座数', '0'],
      ['', '完工时间', '2026/11/30'],
      ['成本指标', '单座费用', ' 1,250.50']
    ]);
    desk.undo();
    expect(desk.texts(THIRD)).toEqual(before);
  });

  it('tells where the last cell of it stands', async () => {
    desk = new ClipboardDesk();
    await desk.select('p1-r1', 'description');
    send('paste', plain('甲\t乙\r\n丙\t丁\r\n'));
    const cells = [...document.querySelectorAll('.ht_master td')];
    const last = await vi.waitFor(() => {
      const found = cells.find(({ textContent }) => textContent === '丁');
      expect(found).toBeDefined();
      return found!;
    });
    expect(desk.foreign[0]!.corner()).toEqual(last.getBoundingClientRect());
  });

  it('brings no markup of the clipboard into the page', async () => {
    desk = new ClipboardDesk();
    await desk.select('p1-r1', 'target');
    const html = '<table><tr><td>甲<img src="x:" onerror="window.hit = true"></td></tr></table>';
    send('paste', { 'text/html': html, 'text/plain': '甲' });
    await vi.waitFor(() => expect(desk.foreign).toHaveLength(1));
    expect(document.querySelector('img')).toBeNull();
    expect(desk.texts(['target'])[0]).toEqual(['甲']);
  });

  it('is refused where one may only look, and copying is not', async () => {
    desk = new ClipboardDesk(smallWorkbook(), 'p1', true);
    await desk.select('p1-r1', 'target');
    expect(send('copy')['text/plain']).toBe('≥12公里');
    send('paste', plain('≥13公里'));
    expect(desk.refused).toEqual(['table']);
    expect(desk.edits).toEqual([]);
  });

  it('takes only the text where the keys ask for it', async () => {
    desk = new ClipboardDesk();
    await desk.select('p1-r1', 'target');
    const keys = { key: 'V', code: 'KeyV', ctrlKey: true, shiftKey: true, bubbles: true };
    document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', keys));
    send('paste', { 'text/html': '<table><tr><td>表格</td></tr></table>', 'text/plain': '文本' });
    expect(desk.texts(['target'])[0]).toEqual(['文本']);
  });

  it('makes a free sheet wider by what goes past its edge', async () => {
    desk = new ClipboardDesk(workbookOfAllKinds(), 'f1');
    const [row] = desk.ids();
    await desk.select(row!, 'B');
    send('paste', plain('1,200\t97.7%\t３６\r\n'));
    expect(desk.texts(['B', 'C', 'D'])[0]).toEqual(['1200', '97.7%', '36']);
  });
});

describe('copying', () => {
  it('leaves a table for other programs, and knows itself when it is pasted', async () => {
    desk = new ClipboardDesk();
    await desk.select('p1-r1', 'level1', '{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    const copied = send('copy');
    expect(copied['text/plain']).toBe('产出指标\t数量指标\r\n产出指标\t质量指标\r\n');
    expect(copied['text/html']).toContain('rowspan="2"');
    await desk.select('p1-r3', 'level1');
    send('paste', copied);
    expect(desk.texts(['level1', 'level2'])).toEqual([
      ['产出指标', '数量指标'],
      ['产出指标', '质量指标'],
      ['产出指标', '数量指标'],
      ['产出指标', '质量指标']
    ]);
    expect(desk.foreign).toEqual([]);
  });

  it('is known in another window by what it wrote for itself', async () => {
    desk = new ClipboardDesk();
    await desk.select('p1-r1', 'target');
    const copied = send('copy');
    desk.close();
    desk = new ClipboardDesk();
    await desk.select('p1-r2', 'target');
    send('paste', copied);
    expect(desk.texts(['target'])[1]).toEqual(['≥12公里']);
    expect(desk.foreign).toEqual([]);
  });

  it('fills a larger selection with what was copied', async () => {
    desk = new ClipboardDesk();
    await desk.select('p1-r1', 'target');
    const copied = send('copy');
    await desk.select('p1-r2', 'target', '{Shift>}{ArrowDown}{/Shift}');
    send('paste', copied);
    expect(desk.texts(['target'])).toEqual([['≥12公里'], ['≥12公里'], ['≥12公里']]);
    expect(desk.edits).toHaveLength(1);
  });
});

describe('cutting', () => {
  it('marks the cells and moves them when they are pasted, in one edit', async () => {
    desk = new ClipboardDesk();
    await desk.select('p1-r1', 'description', '{Shift>}{ArrowRight}{/Shift}');
    const cut = send('cut');
    await vi.waitFor(() => expect(desk.marked).toBe(2));
    expect(desk.edits).toEqual([]);
    await desk.select('p1-r3', 'description');
    send('paste', cut);
    expect(desk.texts(['description', 'target'])).toEqual([
      ['', ''],
      ['验收合格断面的比例', '≥95%'],
      ['全年完成清淤的河道长度', '≥12公里']
    ]);
    expect(desk.edits).toHaveLength(1);
    await vi.waitFor(() => expect(desk.marked).toBe(0));
  });

  it('clears no cell that it has just written, where both places overlap', async () => {
    desk = new ClipboardDesk();
    await desk.select('p1-r1', 'target', '{Shift>}{ArrowDown}{/Shift}');
    const cut = send('cut');
    await desk.select('p1-r2', 'target');
    send('paste', cut);
    expect(desk.texts(['target'])).toEqual([[''], ['≥12公里'], ['≥95%']]);
  });

  it('moves whole rows with their ids, into another sheet too', async () => {
    desk = new ClipboardDesk();
    await desk.select('p1-r1', 'level1', WHOLE_ROW);
    const cut = send('cut');
    await desk.select('p1-r3', 'level1');
    send('paste', cut);
    expect(desk.ids()).toEqual(['p1-r2', 'p1-r3', 'p1-r1']);

    await desk.select('p1-r1', 'level1', WHOLE_ROW);
    const again = send('cut');
    desk.open('p2');
    await desk.select('p2-r2', 'level1');
    send('paste', again);
    expect(desk.ids('p1')).toEqual(['p1-r2', 'p1-r3']);
    expect(desk.ids('p2')).toEqual(['p2-r1', 'p1-r1', 'p2-r2', 'p2-r3']);
    expect(desk.edits.map(({ changes }) => changes.map((change) => change.do))).toEqual([
      ['move'],
      ['move']
    ]);
  });

  it('is over with Esc: then it is a copy like any other', async () => {
    desk = new ClipboardDesk();
    await desk.select('p1-r1', 'target');
    const cut = send('cut');
    await vi.waitFor(() => expect(desk.marked).toBe(1));
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(desk.marked).toBe(0));
    await desk.select('p1-r2', 'target');
    send('paste', cut);
    expect(desk.texts(['target']).slice(0, 2)).toEqual([['≥12公里'], ['≥12公里']]);
  });

  it('is over when something is typed', async () => {
    desk = new ClipboardDesk();
    await desk.select('p1-r1', 'target');
    send('cut');
    await desk.select('p1-r3', 'target', '30{Enter}');
    await vi.waitFor(() => expect(desk.marked).toBe(0));
    expect(desk.texts(['target'])[0]).toEqual(['≥12公里']);
  });
});
