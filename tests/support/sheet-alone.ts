import { mount, unmount } from 'svelte';
import { expect, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { cellText, findSheet, type Workbook } from '#lib/model/workbook.ts';
import { Installation } from '#lib/workspace/installation.svelte.ts';
import { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { View } from '#lib/workspace/view.svelte.ts';
import SheetAlone from './SheetAlone.svelte';
import type { Desk } from './desk.ts';

/** One sheet of a stored workbook on the screen, with everything wired to it. */
export interface ShownSheet {
  readonly opened: OpenWorkbook;
  /** The cell on the screen; rows and columns are counted from 0. */
  cell(row: number, column: number): HTMLElement;
  /** What the workbook holds in a column, row by row. */
  texts(column: string): string[];
}

/** Stores a workbook, opens it and shows one of its sheets until the test ends. */
export async function showSheet(desk: Desk, workbook: Workbook, id: string): Promise<ShownSheet> {
  await page.viewport(1280, 720);
  const stored = await desk.cabinet.add(workbook, '导入');
  if (!stored.ok) throw new Error('the device keeps nothing');
  const opened = await desk.open(stored.id);
  const app = { cabinet: desk.cabinet, notices: new Notices(), installation: new Installation() };
  const view = new View(opened, id);
  const shown = mount(SheetAlone, { target: document.body, props: { app, opened, view } });
  onTestFinished(() => unmount(shown));
  await expect.poll(() => document.querySelectorAll('.ht_master td').length).toBeGreaterThan(0);
  return {
    opened,
    cell(row, column) {
      const line = document.querySelectorAll('.ht_master tbody tr')[row];
      const found = line?.querySelectorAll('td')[column];
      if (!(found instanceof HTMLElement)) throw new Error(`no cell ${row}, ${column}`);
      return found;
    },
    texts(column) {
      const rows = findSheet(opened.workbook, id)?.rows ?? [];
      return rows.map((row) => cellText(row, column));
    }
  };
}
