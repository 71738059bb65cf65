import { fieldText, sheetName, type Sheet } from '../workbook.ts';

/** What formulas call the sheets of a workbook. */
export interface FormulaNames {
  /** By the id of the sheet; each name once. */
  readonly nameOf: ReadonlyMap<string, string>;
  /** Names and other words for a sheet that mean no other one: its project. */
  readonly sheetNamed: ReadonlyMap<string, string>;
}

/**
 * The names of sheets in formulas: the title; where several bear the same, with the number before it, and
 * where that does not help, with a count behind. Prose sheets have none. A project sheet answers to
 * the name of its project too.
 */
export function formulaNames(sheets: readonly Sheet[]): FormulaNames {
  const named = sheets.filter(({ kind }) => kind !== 'text');
  const titles = counted(named.map(({ title }) => title));
  const nameOf = new Map<string, string>();
  const sheetNamed = new Map<string, string>();
  for (const sheet of named) {
    const title = sheet.title.replace(/\s+/g, ' ').trim();
    const wanted = titles.get(sheet.title) === 1 && title !== '' ? title : sheetName(sheet).trim();
    let name = wanted || '表';
    for (let count = 2; sheetNamed.has(name); count++) name = `${wanted || '表'}(${count})`;
    nameOf.set(sheet.id, name);
    sheetNamed.set(name, sheet.id);
  }
  const projects = counted(named.map((sheet) => fieldText(sheet, 'projectName').trim()));
  for (const sheet of named) {
    const project = fieldText(sheet, 'projectName').trim();
    const clear = project !== '' && projects.get(project) === 1 && !sheetNamed.has(project);
    if (clear) sheetNamed.set(project, sheet.id);
  }
  return { nameOf, sheetNamed };
}

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
