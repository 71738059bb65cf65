import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FORMATS } from '#lib/exporters/formats.ts';
import { importText } from '#lib/importers/import.ts';
import { runCommand } from './command.ts';
import type { Figure } from './figure.ts';
import { papers } from './papers.ts';

const PAPERS = 200;
const WRITTEN_AS = ['docx', 'xlsx', 'html', 'json'];

/** Checking a folder of papers in all formats from the command line: how long, and how much memory. */
export async function measureFolder(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'jibiao-bench-'));
  try {
    await writePapers(join(folder, 'many'), PAPERS);
    await writePapers(join(folder, 'one'), 1);
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

/** The papers in turns, each in turns as text and in the formats they can be handed out as. */
async function writePapers(folder: string, count: number): Promise<void> {
  await mkdir(folder);
  const texts = [...papers.values()];
  const writers = FORMATS.filter(({ id }) => WRITTEN_AS.includes(id));
  for (let index = 0; index < count; index += 1) {
    const text = texts[index % texts.length]!;
    const writer = writers[Math.floor(index / texts.length) % (writers.length + 1)];
    const result = importText(text);
    if (!result.ok) throw new Error(result.sentence);
    const bytes = writer ? await writer.write(result.workbook) : text;
    await writeFile(join(folder, `${index}${writer?.extension ?? '.txt'}`), bytes);
  }
}
