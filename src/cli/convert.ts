import { rename, rm, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Note } from '#lib/model/note.ts';
import { pathFromHere, readPaper, sentenceOf } from './read.ts';

const INPUTS = ['.txt', '.json'];
const OUTPUTS = ['.json'];

/**
 * Converts a file by the endings of both names: a paper as text, or a workbook, to a workbook.
 * Says on the error output which lines found no place. Returns the exit code: 0 done, 2 not.
 */
export async function convertFile(input: string, output: string): Promise<number> {
  const fault = endingFault(input, INPUTS, '读取') ?? endingFault(output, OUTPUTS, '写出');
  if (fault !== undefined) return refuse(fault);
  const reading = await readPaper(pathFromHere(input));
  if (!reading.ok) return refuse(`${input}：${reading.sentence}`);
  try {
    await replaceFile(pathFromHere(output), `${JSON.stringify(reading.workbook, null, 2)}\n`);
  } catch (error) {
    return refuse(`${output}：${sentenceOf(error)}`);
  }
  for (const note of reading.notes) warnOfLoss(input, note);
  return 0;
}

function endingFault(file: string, known: readonly string[], verb: string): string | undefined {
  if (known.includes(extname(file).toLowerCase())) return undefined;
  return `${file}：目前只能${verb} ${known.join('、')} 文件。`;
}

function warnOfLoss(file: string, { kind, line, text }: Note): void {
  if (kind === 'unplaced') console.error(`${file} 第 ${line} 行没有归位：${text}`);
}

/** Whoever reads the file meanwhile sees the old or the new one, never a half. */
async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    await writeFile(draft, text);
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
