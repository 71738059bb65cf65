import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { ALL_COLUMNS, type GridColumn } from '#lib/grid/columns.ts';
import { projectColumns } from '#lib/grid/project-columns.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { TableDesk } from '#tests/support/table-desk.ts';
import {
  disclosureSheet,
  projectSheet,
  smallWorkbook,
  workbookOfAllKinds
} from '#tests/support/workbooks.ts';

/** Narrower and wider, so that headings take another line and columns come to stay and to scroll. */
const WIDTHS = [1300, 780, 480, 960, 780, 1300, 620];

let desk: TableDesk;
afterEach(() => desk.close());

/** Handsontable lays the headings and the frozen columns over the table as tables of their own. */
const layer = (name: string) => document.querySelector<HTMLElement>(`.${name}`)!;

/** Top and height in pixels of each row that a layer draws. */
function places(name: string, rows: string): string[] {
  return [...layer(name).querySelectorAll(`${rows} tr`)].map((row) => {
    const { top, height } = row.getBoundingClientRect();
    return `${top.toFixed(1)} + ${height.toFixed(1)}`;
  });
}

function expectLevel(): void {
  const main = { headings: places('ht_master', 'thead'), rows: places('ht_master', 'tbody') };
  expect(main.rows.length).toBeGreaterThan(2);
  expect(places('ht_clone_inline_start', 'tbody')).toEqual(main.rows);
  for (const name of [
    'ht_clone_top',
    'ht_clone_inline_start',
    'ht_clone_top_inline_start_corner'
  ]) {
    expect(places(name, 'thead').map(heightOf)).toEqual(main.headings.map(heightOf));
  }
}

const heightOf = (place: string) => place.split(' + ')[1];

/** What lies empty behind the last column of a table that is scrolled to its end, in pixels. */
function roomBehind(): number {
  const last = [...layer('ht_master').querySelectorAll('thead tr:first-child th')].at(-1)!;
  return holder().getBoundingClientRect().right - last.getBoundingClientRect().right;
}

const holder = () => layer('ht_master').querySelector('.wtHolder')!;

const LONG: readonly GridColumn[] = [
  { id: 'level1', title: '一级指标', share: 0, least: 88, stays: true },
  { id: 'level2', title: '指标值确定依据（含文号、发文单位）', share: 0, least: 90, stays: true },
  { id: 'level3', title: 'Source of verification', share: 1, least: 110 },
  { id: 'description', title: '指标值', share: 3, least: 300 },
  { id: 'basis', title: '备注', share: 3, least: 300 }
];

const procurement = (): Workbook => ({
  ...smallWorkbook(),
  sheets: [
    disclosureSheet('d9', 'procurement', [
      ['河道清淤专项经费', '36.00', '清淤设备', 'A0203', '台', '3', '12.00', '36.00'],
      ['农村供水设备维修费', '50.00', '水泵', 'A0204', '台', '10', '5.00', '50.00'],
      ['节水宣传经费', '4.00', '宣传册', 'C0814', '本', '800', '0.005', '4.00']
    ])
  ]
});

it.each([
  ['指标总表', smallWorkbook, 'p1', ALL_COLUMNS],
  ['项目总表', smallWorkbook, 'p1', projectColumns('2021', [projectSheet('p1')])],
  ['政府采购', procurement, 'd9', undefined],
  ['收入总表', workbookOfAllKinds, 'd2', undefined],
  ['a table with long headings', smallWorkbook, 'p1', LONG]
])('keeps headings and rows of %s level at any width', async (_, workbook, sheet, columns) => {
  await page.viewport(1400, 720);
  desk = new TableDesk(workbook(), sheet, { height: 'fill', ...(columns && { columns }) });
  const headings = new Map<number, string[]>();
  for (const width of WIDTHS) {
    await desk.widen(width);
    expectLevel();
    const now = places('ht_master', 'thead');
    expect(now, `at ${width} again`).toEqual(headings.get(width) ?? now);
    headings.set(width, now);
    holder().scrollLeft = 10_000;
    await desk.widen(width);
    expectLevel();
    if (holder().scrollLeft > 0) expect(roomBehind(), `at ${width}`).toBeLessThan(2);
    holder().scrollLeft = 0;
  }
});

it('keeps them level where the mark of a filter leaves a heading less room', async () => {
  desk = new TableDesk(smallWorkbook(), 'p1', {
    columns: ALL_COLUMNS,
    height: 'fill',
    headings: { onMenu: () => {}, onReveal: () => {} }
  });
  const filtered = { sorted: 'up', filtered: true } as const;
  for (const width of [1300, 1000, 480]) {
    await desk.widen(width);
    await desk.mark(new Map(ALL_COLUMNS.map(({ id }) => [id, filtered])));
    expectLevel();
    await desk.mark(new Map());
    expectLevel();
  }
});
