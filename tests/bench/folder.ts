import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { runCommand } from './command.ts';
import type { Figure } from './figure.ts';
import { writePapers } from './many-papers.ts';

const PAPERS = 200;

/** Checking a folder of papers in all formats from the command line: how long, and how much memory. */
export async function measureFolder(browser: Browser): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jibiao-bench-'));
  try {
    await writePapers(browser, join(folder, 'many'), PAPERS);
    await writePapers(browser, join(folder, 'one'), 1);
    const one = await runCommand('check', join(folder, 'one'));
    const many = await runCommand('check', join(folder, 'many'));
    const name = `check of a folder of ${PAPERS} papers`;
    return [
      {
        name,
        unit: 'ms',
        measured: many.time,
        baseline: { name: 'a folder of one', value: one.time },
        aim: { most: 60_000 }
      },
      {
        name: `${name}, each second`,
        unit: 'papers',
        measured: PAPERS / (many.time / 1000),
        baseline: null,
        aim: null
      },
      {
        name: `${name}, memory`,
        unit: 'MB',
        measured: many.peak,
        baseline: { name: 'a folder of one', value: one.peak },
        aim: null
      }
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
