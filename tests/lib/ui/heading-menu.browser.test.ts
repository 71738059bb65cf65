import { mount, unmount } from 'svelte';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Change } from '#lib/model/edit.ts';
import { Installation } from '#lib/workspace/installation.svelte.ts';
import { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { View } from '#lib/workspace/view.svelte.ts';
import SheetAlone from '#tests/support/SheetAlone.svelte';
import { useDesk } from '#tests/support/desk.ts';

const desk = useDesk();

/** A sheet of a workbook on the page, as one person works with it. */
class Shown {
  readonly notices = new Notices();
  readonly opened: OpenWorkbook;
  readonly view: View;
  readonly #sheet: object;

  constructor(opened: OpenWorkbook, sheet: string) {
    this.opened = opened;
    this.view = new View(opened, sheet);
    const app = { cabinet: desk.cabinet, notices: this.notices, installation: new Installation() };
    const props = { app, opened, view: this.view };
    this.#sheet = mount(SheetAlone, { target: document.body, props });
  }

  edit(...changes: Change[]): void {
    this.opened.edit({ label: '', changes });
  }

  /** Waits until the texts of a column read like this from the first line to the last. */
  async expectColumn(title: string, texts: readonly string[]): Promise<void> {
    await vi.waitFor(() => expect(textsOf(title)).toEqual(texts));
  }

  async close(): Promise<void> {
    await unmount(this.#sheet);
  }
}

function headings(): string[] {
  const heads = [...document.querySelectorAll('.ht_clone_top thead th .colHeader')];
  return heads.map((head) => head.textContent ?? '');
}

function textsOf(title: string): string[] {
  const across = headings().indexOf(title);
  const rows = [...document.querySelectorAll('.ht_master tbody tr')];
  return rows.map((row) => row.children[across]?.textContent ?? '');
}

async function show(sheet = 'p1', id?: string): Promise<Shown> {
  await page.viewport(1280, 720);
  const shown = new Shown(await desk.open(id ?? (await desk.stored())), sheet);
  onTestFinished(() => shown.close());
  await vi.waitFor(() => expect(document.querySelector('.ht_master tbody td')).not.toBeNull());
  return shown;
}

async function openMenu(title: string): Promise<void> {
  const button = [...document.querySelectorAll<HTMLElement>('.ht_clone_top .heading-menu')].find(
    ({ ariaLabel }) => ariaLabel?.startsWith(`${title}：`)
  );
  await userEvent.click(button!);
  await expect
    .element(page.getByRole('dialog', { name: `${title}：排序、筛选和列` }))
    .toBeVisible();
}

const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const bar = () => page.getByRole('group', { name: '排序和筛选' });
const expectBar = (words: string) =>
  vi.waitFor(() => expect(bar().query()?.textContent).toContain(words));

describe('the menu of a heading', () => {
  it('sorts by the column, marks it in words, and gives the order of the document back', async () => {
    const shown = await show();
    await openMenu('指标值');
    await press('降序');
    await shown.expectColumn('指标值', ['≥95%', '≥18个', '≥12公里']);
    await shown.expectColumn('一级指标', ['产出指标', '效益指标', '产出指标']);
    await expectBar('按指标值降序');
    const head = document.querySelector('.ht_clone_top th[aria-label="指标值（已降序）"]');
    expect(head?.textContent).toContain('降↓');
    await press('清除排序');
    await shown.expectColumn('指标值', ['≥12公里', '≥95%', '≥18个']);
    expect(bar().query()).toBeNull();
  });

  it('opens by a right click on the heading, where the menu of the cells would speak of rows', async () => {
    await show();
    const head = document.querySelector('.ht_clone_top th[aria-label="指标值"]');
    await userEvent.click(head!, { button: 'right' });
    await expect
      .element(page.getByRole('dialog', { name: '指标值：排序、筛选和列' }))
      .toBeVisible();
    expect(page.getByRole('menu').query()).toBeNull();
  });

  it('filters by the texts that are ticked, and keeps the numbers of the rows', async () => {
    const shown = await show();
    await openMenu('一级指标');
    await userEvent.click(page.getByRole('checkbox', { name: '产出指标 2' }));
    await press('筛选');
    await shown.expectColumn('三级指标', ['受益村庄数量']);
    await expectBar('筛选：显示 1 / 3 行');
    const number = document.querySelector('.ht_clone_inline_start tbody th');
    expect(number?.textContent).toBe('3');
    await press('清除');
    await vi.waitFor(() => expect(textsOf('三级指标')).toHaveLength(3));
  });

  it('finds texts by a search, which leaves out what it does not find', async () => {
    const shown = await show();
    await openMenu('三级指标');
    await userEvent.fill(page.getByRole('searchbox', { name: '搜索这一列的内容' }), '率');
    await userEvent.keyboard('{Enter}');
    await shown.expectColumn('三级指标', ['断面验收合格率']);
  });

  it('works by the keyboard from the cell to the sorted table and back', async () => {
    const shown = await show();
    shown.view.goTo({ sheet: 'p1', row: 'p1-r1', column: 'target' });
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
    await userEvent.keyboard('{Control>}{Shift>}l{/Shift}{/Control}');
    const menu = page.getByRole('dialog', { name: '指标值：排序、筛选和列' });
    await expect.element(menu).toBeVisible();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await shown.expectColumn('指标值', ['≥95%', '≥18个', '≥12公里']);
    expect(menu.query()).toBeNull();
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
    await userEvent.keyboard('x{Enter}');
    await shown.expectColumn('指标值', ['≥95%', '≥18个', 'x']);
  });

  it('splits the merged first level, so that a row is changed alone, and merges it again', async () => {
    const shown = await show();
    await shown.expectColumn('一级指标', ['产出指标', '', '效益指标']);
    await openMenu('一级指标');
    await press('拆分并填充内容');
    await shown.expectColumn('一级指标', ['产出指标', '产出指标', '效益指标']);
    shown.view.goTo({ sheet: 'p1', row: 'p1-r2', column: 'level1' });
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
    await userEvent.keyboard('效益指标{Enter}');
    await shown.expectColumn('一级指标', ['产出指标', '效益指标', '效益指标']);
    await openMenu('一级指标');
    await press('合并相同单元格');
    await shown.expectColumn('一级指标', ['产出指标', '效益指标', '']);
  });

  it('hides a column, and shows where one is hidden', async () => {
    const shown = await show();
    await openMenu('二级指标');
    await press('隐藏列');
    await vi.waitFor(() => expect(textsOf('三级指标')).toHaveLength(3));
    await vi.waitFor(() => expect(headings()).not.toContain('二级指标'));
    await expectBar('已隐藏 1 列');
    const mark = document.querySelector<HTMLElement>('.ht_clone_top .heading-hidden-before');
    expect(mark?.ariaLabel).toBe('显示隐藏的 1 列');
    await userEvent.click(mark!);
    await shown.expectColumn('二级指标', ['数量指标', '质量指标', '社会效益指标']);
  });
});

describe('a grid that is sorted or filtered', () => {
  async function sorted(): Promise<Shown> {
    const shown = await show();
    shown.opened.gridViews.change('p1', { sort: [{ column: 'target', descending: true }] });
    await shown.expectColumn('指标值', ['≥95%', '≥18个', '≥12公里']);
    return shown;
  }

  it('lets an edited row stay where it is until it is asked for again', async () => {
    const shown = await sorted();
    shown.edit({ do: 'cell', row: 'p1-r2', column: 'target', text: '≥5%' });
    await shown.expectColumn('指标值', ['≥5%', '≥18个', '≥12公里']);
    await press('重新应用');
    await shown.expectColumn('指标值', ['≥18个', '≥12公里', '≥5%']);
  });

  it('refuses to move rows while it is sorted, and says why', async () => {
    const shown = await sorted();
    shown.view.goTo({ sheet: 'p1', row: 'p1-r1', column: 'target' });
    await press('上移');
    await shown.expectColumn('指标值', ['≥95%', '≥18个', '≥12公里']);
    expect(shown.notices.list.map(({ text }) => text)).toEqual(['排序后不能移动行，请先清除排序']);
  });

  it('puts a row beside its neighbour in the document, and shows it where it was put', async () => {
    const shown = await sorted();
    shown.view.goTo({ sheet: 'p1', row: 'p1-r1', column: 'target' });
    await press('插入行');
    await shown.expectColumn('指标值', ['≥95%', '≥18个', '≥12公里', '']);
    const rows = shown.opened.workbook.sheets.find(({ id }) => id === 'p1')!.rows;
    expect(rows.map(({ id }) => id.startsWith('p1-'))).toEqual([true, false, true, true]);
  });

  it('keeps what is being typed in its row while a colleague puts rows in', async () => {
    const shown = await sorted();
    shown.view.goTo({ sheet: 'p1', row: 'p1-r3', column: 'target' });
    await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
    await userEvent.keyboard('≥2');
    const rows = [{ id: 'new', cells: { target: '≥1' } }];
    shown.edit({ do: 'insert', sheet: 'p1', after: null, rows });
    await userEvent.keyboard('0个{Enter}');
    await shown.expectColumn('指标值', ['≥1', '≥95%', '≥20个', '≥12公里']);
  });

  it('shows a row that was gone to besides, though it does not pass the filter', async () => {
    const shown = await show();
    const filters = { target: { only: ['≥95%'], condition: null } };
    shown.opened.gridViews.change('p1', { filters });
    await shown.expectColumn('指标值', ['≥95%']);
    shown.view.goTo({ sheet: 'p1', row: 'p1-r3', column: 'target' });
    await shown.expectColumn('指标值', ['≥95%', '≥18个']);
    await vi.waitFor(() =>
      expect(document.querySelector('.ht_master td.current')?.textContent).toBe('≥18个')
    );
    expect(shown.notices.list[0]?.text).toBe('这一行不符合筛选条件，已一并显示');
  });

  it('is sorted, filtered, hidden, frozen and as wide as before when it is opened again', async () => {
    const shown = await show();
    const view = {
      sort: [{ column: 'target', descending: true }],
      filters: { level1: { only: ['产出指标'], condition: null } },
      hidden: ['basis'],
      frozen: 'level2',
      split: true,
      widths: { level3: 222 }
    };
    shown.opened.gridViews.change('p1', view);
    await shown.expectColumn('指标值', ['≥95%', '≥12公里']);
    const again = await desk.reopen(shown.opened);
    expect(again.gridViews.of('p1')).toEqual(view);
    expect(again.workbook).toEqual(shown.opened.workbook);
  });
});
