import AXE from 'axe-core/axe.min.js?raw';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect, it, onTestFinished } from 'vitest';
import { userEvent } from 'vitest/browser';
import { violationLines } from '#tests/support/axe-violations.ts';
import { useDesk } from '#tests/support/desk.ts';
import { showSheet } from '#tests/support/sheet-alone.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

declare global {
  interface Window {
    readonly axe: { run(context: Document, options: RunOptions): Promise<AxeResults> };
  }
}

const desk = useDesk();

it.each(['light', 'dark'])('axe finds nothing in a sheet with a problem in %s', async (theme) => {
  const script = document.createElement('script');
  script.textContent = AXE;
  document.head.append(script);
  document.documentElement.dataset.theme = theme;
  onTestFinished(() => {
    script.remove();
    delete document.documentElement.dataset.theme;
  });
  const { opened, cell } = await showSheet(desk, smallWorkbook(), 'p1');
  await userEvent.click(cell(0, 4));
  await userEvent.keyboard('1002023年6月30日{Enter}');
  await opened.checking.now();
  await expect.poll(() => cell(0, 4).className).toMatch(/cell-(error|warning)/);
  const results = await window.axe.run(document, {
    resultTypes: ['violations'],
    // What is shown is one part of a page.
    rules: Object.fromEntries(WHOLE_PAGE.map((rule) => [rule, { enabled: false }]))
  });
  expect(violationLines(results)).toEqual([]);
});

const WHOLE_PAGE = ['landmark-one-main', 'region'];
