import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { newPage } from './browser.ts';
import { runCommand } from './command.ts';
import type { Figure } from './figure.ts';
import { writePapers } from './many-papers.ts';

const PAPERS = 200;
/** Milliseconds after which a person feels that the page stands still. */
const PAUSE = 50;

declare global {
  interface Window {
    /** Milliseconds from the choice of a folder until all of it was checked. */
    checked: Promise<number>;
    /** The longest time in milliseconds that the page did nothing else. */
    longestPause: number;
  }
}

/** Checking a folder of papers in all formats in the page, against the command line. */
export async function measureBatch(browser: Browser, origin: string): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jibiao-bench-'));
  try {
    const many = join(folder, 'many');
    await writePapers(browser, many, PAPERS);
    const { time, pause, idle } = await checkInPage(browser, origin, many);
    const command = await runCommand('check', many);
    const name = `check of ${PAPERS} papers in the page`;
    const speed = (milliseconds: number) => PAPERS / (milliseconds / 1000);
    return [
      {
        name,
        unit: 'ms',
        measured: time,
        baseline: { name: 'the command line', value: command.time },
        aim: { most: 60_000 }
      },
      {
        name: `${name}, each second`,
        unit: 'papers',
        measured: speed(time),
        baseline: { name: 'the command line', value: speed(command.time) },
        aim: null
      },
      {
        name: `${name}, longest pause`,
        unit: 'ms',
        measured: pause,
        baseline: { name: 'the same page without work', value: idle },
        aim: { most: PAUSE }
      }
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function checkInPage(
  browser: Browser,
  origin: string,
  folder: string
): Promise<{ readonly time: number; readonly pause: number; readonly idle: number }> {
  const { context, page } = await newPage(browser);
  try {
    await page.goto(origin);
    await page.getByRole('button', { name: '批量检查' }).click();
    const input = page.getByLabel('选择要检查的文件夹');
    await page.evaluate(watch, PAPERS);
    await page.waitForTimeout(2_000);
    const idle = await longestPause(page);
    await input.setInputFiles(folder);
    const time = await page.evaluate(() => window.checked);
    return { time, pause: await longestPause(page), idle };
  } finally {
    await context.close();
  }
}

/** The longest pause since it was last asked. */
function longestPause(page: Page): Promise<number> {
  return page.evaluate(() => {
    const longest = window.longestPause;
    window.longestPause = 0;
    return longest;
  });
}

/** Runs in the page: looks every few milliseconds whether all papers are done, and how late it comes. */
function watch(papers: number): void {
  const EVERY = 4;
  window.longestPause = 0;
  window.checked = new Promise((resolve) => {
    let begun = 0;
    let last = performance.now();
    addEventListener('change', () => (begun ||= performance.now()), { capture: true });
    const look = () => {
      const now = performance.now();
      window.longestPause = Math.max(window.longestPause, now - last - EVERY);
      last = now;
      const bar = document.querySelector('progress');
      const rows = document.querySelectorAll('[aria-label=批量检查结果] tbody tr').length;
      if (begun > 0 && rows === papers && bar === null) resolve(now - begun);
      else setTimeout(look, EVERY);
    };
    look();
  });
}
