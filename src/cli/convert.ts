import { rename, rm, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { FORMATS, formatOf } from '#lib/exporters/formats.ts';
import type { Note } from '#lib/model/note.ts';
import { pathFromHere, readPaper, sentenceOf } from './read.ts';

const INPUTS = ['.txt', '.json'];

/**
 * Converts a file by the endings of both names: a paper as text, or a workbook, to any of the formats
 * that can be handed out. Says on the error output which lines found no place. Returns the exit code:
 * 0 done, 2 not.
 */
export async function convertFile(input: string, output: string): Promise<number> {
  const format = formatOf(output);
  if (!INPUTS.includes(extname(input).toLowerCase())) {
    return refuse(endingFault(input, '读取', INPUTS));
  }
  if (!format) {
    const outputs = FORMATS.map(({ extension }) => extension);
    return refuse(endingFault(output, '写出', outputs));
  }
  const reading = await readPaper(pathFromHere(input));
  if (!reading.ok) return refuse(`${input}：${reading.sentence}`);
  try {
    await replaceFile(pathFromHere(output), await format.write(reading.workbook));
  } catch (error) {
    return refuse(`${output}：${sentenceOf(error)}`);
  }
  for (const note of reading.notes) warnOfLoss(input, note);
  return 0;
}

function endingFault(file: string, verb: string, known: readonly string[]): string {
  return `${file}：目前只能${verb} ${known.join('、')} 文件。`;
}

function warnOfLoss(file: string, { kind, line, text }: Note): void {
  if (kind === 'unplaced') console.error(`${file} 第 ${line} 行没有归位：${text}`);
}

/** Whoever reads the file meanwhile sees the old or the new one, never a half. */
async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}
