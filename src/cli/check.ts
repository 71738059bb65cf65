import type { Language } from '#lib/model/language.ts';
import { countProblems } from '#lib/model/problem.ts';
import { createChecker } from '#lib/rules/check.ts';
import { rulesIn } from '#lib/rules/language.ts';
import { inputsOf } from './inputs.ts';
import { Progress } from './progress.ts';
import { readInOrder } from './read-in-order.ts';
import type { Reading } from './reading.ts';
import { jsonReport, textReport, type CheckedFile, type Report } from './report.ts';
import type { ReviewFolder } from './review-folder.ts';
import { sarifReport } from './sarif.ts';

/** The formats that `check` can write. */
export const CHECK_FORMATS = ['text', 'json', 'sarif'] as const;

export type CheckFormat = (typeof CHECK_FORMATS)[number];

const REPORTS: Readonly<Record<CheckFormat, (language: Language) => Report>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport
};

/**
 * Checks files, and of folders every file in them, and prints one report over all. One that cannot be
 * read does not stop the others. Returns the exit code: 0 no error found, 1 some, 2 a file could not
 * be read, there was none, or the review sheets could not be written.
 * @param language what the rules say is told in; the names in the papers are left as they are
 * @param reviews where a review sheet for each unit goes; undefined where none is wanted
 */
export async function checkFiles(
  written: readonly string[],
  format: CheckFormat,
  language: Language,
  reviews?: ReviewFolder
): Promise<number> {
  const inputs = await inputsOf(written);
  if (inputs.length === 0) {
    console.error('文件夹里没有可以检查的文件。');
    return 2;
  }
  const progress = new Progress('已检查', inputs.length);
  const report = REPORTS[format](language);
  let unread = false;
  let errors = 0;
  let index = 0;
  // Counted ids, so that two runs over the same file print the same.
  for await (const reading of readInOrder(
    inputs.map(({ path }) => path),
    true
  )) {
    const { file } = inputs[index++]!;
    const checked = checkReading(file, reading, language);
    unread ||= checked.workbook === null;
    errors += countProblems(checked.problems).error;
    progress.clear();
    print(report.add(checked));
    reviews?.add(checked);
    progress.step(file);
  }
  print(report.end());
  const unwritten = reviews !== undefined && !(await reviews.write());
  if (unread || unwritten) return 2;
  return errors > 0 ? 1 : 0;
}

function checkReading(file: string, reading: Reading, language: Language): CheckedFile {
  if (!reading.ok) {
    return { file, workbook: null, notes: [], problems: [], refusal: reading.sentence };
  }
  const { workbook, notes } = reading;
  const { problems, failures } = createChecker(rulesIn(language)).check(workbook);
  for (const { code, reason } of failures) console.error(`${file}：规则 ${code} 出错：${reason}`);
  return { file, workbook, notes, problems };
}

function print(text: string): void {
  if (text !== '') process.stdout.write(text);
}
