import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { formatOf } from '#lib/exporters/formats.ts';
import { importText } from '#lib/importers/import.ts';
import { printedPdf } from './browser.ts';
import { papers } from './papers.ts';

const ENDINGS = ['.txt', '.docx', '.xlsx', '.html', '.json', '.pdf'];

/** Fills a folder with the papers in turns, each in turns as text and as it can be handed out. */
export async function writePapers(browser: Browser, folder: string, count: number): Promise<void> {
  await mkdir(folder);
  const texts = [...papers.values()];
  const written = new Map<number, Uint8Array | string>();
  const different = texts.length * ENDINGS.length;
  for (let index = 0; index < count; index += 1) {
    const kind = index % different;
    const ending = ENDINGS[Math.floor(kind / texts.length)]!;
    const bytes =
      written.get(kind) ?? (await paperAs(browser, texts[kind % texts.length]!, ending));
    written.set(kind, bytes);
    await writeFile(join(folder, `${index}${ending}`), bytes);
  }
}

async function paperAs(
  browser: Browser,
  text: string,
  ending: string
): Promise<Uint8Array | string> {
  if (ending === '.txt') return text;
  const result = importText(text);
  if (!result.ok) throw new Error(result.sentence);
  if (ending === '.pdf') return printedPdf(browser, result.workbook);
  return formatOf(`a${ending}`)!.write(result.workbook);
}
