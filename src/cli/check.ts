import { countingIds } from '#lib/model/ids.ts';
import { countProblems } from '#lib/model/problem.ts';
import { createChecker } from '#lib/rules/check.ts';
import { pathFromHere, readPaper } from './read.ts';
import { jsonReport, textReport, type CheckedFile } from './report.ts';
import { sarifReport } from './sarif.ts';

/** The formats that `check` can write. */
export const CHECK_FORMATS = ['text', 'json', 'sarif'] as const;

export type CheckFormat = (typeof CHECK_FORMATS)[number];

const REPORTS: Readonly<Record<CheckFormat, (files: readonly CheckedFile[]) => string>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport
};

/**
 * Checks files and prints one report over all of them. One that cannot be read does not stop the
 * others. Returns the exit code: 0 no error found, 1 some, 2 a file could not be read.
 */
export async function checkFiles(files: readonly string[], format: CheckFormat): Promise<number> {
  const checked: CheckedFile[] = [];
  for (const file of files) checked.push(await checkFile(file));
  console.log(REPORTS[format](checked));
  if (checked.some(({ workbook }) => workbook === null)) return 2;
  return checked.some(({ problems }) => countProblems(problems).error > 0) ? 1 : 0;
}

async function checkFile(file: string): Promise<CheckedFile> {
  // Counted ids, so that two runs over the same file print the same.
  const reading = await readPaper(pathFromHere(file), countingIds());
  if (!reading.ok) {
    return { file, workbook: null, notes: [], problems: [], refusal: reading.sentence };
  }
  const { workbook, notes } = reading;
  const { problems, failures } = createChecker().check(workbook);
  for (const { code, reason } of failures) console.error(`${file}：规则 ${code} 出错：${reason}`);
  return { file, workbook, notes, problems };
}
