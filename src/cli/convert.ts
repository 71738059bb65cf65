import { mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { FORMATS, formatOf, type ExportFormat } from '#lib/exporters/formats.ts';
import type { Note } from '#lib/model/note.ts';
import { inputsOf, isFolder, pathFromHere, type Input } from './inputs.ts';
import { Progress } from './progress.ts';
import { readInOrder } from './read-in-order.ts';
import { sentenceOf, type Reading } from './reading.ts';
import { replaceFile } from './replace-file.ts';

/** One file on its way from one format to another. */
interface Conversion {
  readonly input: Input;
  /** As shown and as written to: the person's own words, or beneath the folder they named. */
  readonly output: string;
  readonly format: ExportFormat;
}

const ENDINGS = FORMATS.map(({ extension }) => extension).join('、');

/**
 * Converts one file to the format that the ending of the output names. Says on the error output which
 * lines found no place. Returns the exit code: 0 done, 2 not.
 */
export async function convertFile(file: string, output: string): Promise<number> {
  if (await isFolder(pathFromHere(file))) {
    return refuse(`${file}：这是一个文件夹；请用 --to 写明要转换成的格式。`);
  }
  const format = formatOf(output);
  if (!format) return refuse(`${output}：只能写出 ${ENDINGS} 文件。`);
  return convert([{ input: { file, path: pathFromHere(file), folder: '' }, output, format }]);
}

/**
 * Converts files, and of folders every file in them, to one format, beneath a folder that keeps the
 * folders within. One that cannot be read or written does not stop the others. Returns the exit code:
 * 0 all done, 2 one or more not.
 * @param target the ending of the format, with or without its dot
 * @param folder where the new files go, made where it is missing
 */
export async function convertInto(
  written: readonly string[],
  target: string,
  folder: string
): Promise<number> {
  const format = formatOf(`.${target.replace(/^\./, '')}`);
  if (!format) return refuse(`没有 ${target} 这种格式，只能写出 ${ENDINGS}。`);
  const inputs = await inputsOf(written);
  if (inputs.length === 0) return refuse('文件夹里没有可以转换的文件。');
  const taken = new Set<string>();
  const conversions = inputs.map((input) => {
    const output = freeName(join(folder, input.folder), basename(input.file), format, taken);
    return { input, output, format };
  });
  try {
    for (const { output } of conversions) {
      await mkdir(dirname(pathFromHere(output)), { recursive: true });
    }
  } catch (error) {
    return refuse(`${folder}：${sentenceOf(error)}`);
  }
  return convert(conversions);
}

async function convert(conversions: readonly Conversion[]): Promise<number> {
  const progress = new Progress('已转换', conversions.length);
  let code = 0;
  let index = 0;
  const paths = conversions.map(({ input }) => input.path);
  for await (const reading of readInOrder(paths, false)) {
    const conversion = conversions[index++]!;
    const fault = await write(conversion, reading);
    progress.clear();
    if (fault !== null) code = refuse(fault);
    else if (reading.ok) for (const note of reading.notes) warnOfLoss(conversion.input.file, note);
    progress.step(conversion.input.file);
  }
  return code;
}

/** Writes what was read; what went wrong as a sentence, or null. */
async function write(conversion: Conversion, reading: Reading): Promise<string | null> {
  const { input, output, format } = conversion;
  if (!reading.ok) return `${input.file}：${reading.sentence}`;
  try {
    await replaceFile(pathFromHere(output), await format.write(reading.workbook));
    return null;
  } catch (error) {
    return `${output}：${sentenceOf(error)}`;
  }
}

/**
 * A name that no other file of this run takes: of `a.txt` and `a.docx` one becomes `a.docx.json`, of
 * two `a.txt` from different folders one `a.txt.2.json`.
 */
function freeName(
  folder: string,
  file: string,
  { extension }: ExportFormat,
  taken: Set<string>
): string {
  let stem = basename(file, extname(file));
  for (let count = 1; taken.has(`${folder}/${stem}`); count += 1) {
    stem = count === 1 ? file : `${file}.${count}`;
  }
  taken.add(`${folder}/${stem}`);
  return join(folder, `${stem}${extension}`);
}

function warnOfLoss(file: string, { kind, line, text }: Note): void {
  if (kind === 'unplaced') console.error(`${file} 第 ${line} 行没有归位：${text}`);
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}
