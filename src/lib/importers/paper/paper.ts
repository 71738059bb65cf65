import { createWorkbook } from '#lib/model/create.ts';
import { FORMS } from '#lib/model/forms.ts';
import type { IdSource } from '#lib/model/ids.ts';
import type { Note } from '#lib/model/note.ts';
import { cellText, type FormName, type Workbook } from '#lib/model/workbook.ts';
import { divide, type Block } from './blocks.ts';
import { readCover } from './cover.ts';
import { fillFirstLevels } from './first-levels.ts';
import { identify } from './identity.ts';
import { cleanText } from './layout-spaces.ts';
import { Ledger, type Account } from './ledger.ts';
import { isBlank, type Line } from './lines.ts';
import { readOverviewProjects } from './overview-projects.ts';
import { recogniseOverviews, takeOverviews, type OverviewTable } from './overview-tables.ts';
import { readProjectTable, type PrintedSheet } from './project-table.ts';
import { readProseSection } from './prose-section.ts';

/** A paper as read: the workbook, the notes, and what became of each line that is not blank. */
export interface Paper {
  readonly workbook: Workbook;
  readonly notes: readonly Note[];
  readonly accounts: ReadonlyMap<number, Account>;
}

/**
 * Reads a budget performance paper (部门预算绩效文本), or a part of one. The workbook has no sheets
 * where the lines hold neither a project table nor a prose section.
 * @param fileTitle the workbook's title where neither a cover nor a unit gives one
 */
export function readPaper(lines: readonly Line[], ids: IdSource, fileTitle = ''): Paper {
  const ledger = new Ledger();
  const { rest, overviews } = takeOverviews(lines);
  const blocks = divide(rest);
  const cover = readCover(blocks[0]?.lines ?? [], ledger);
  const inBlocks = blocks.flatMap((block) => readBlock(block, ids, ledger));
  const printed = [...inBlocks, ...readOverviews(overviews, inBlocks, ids, ledger)];
  const form = formOf(printed);
  const sheets = printed.map(({ sheet, mergedText }) => ({
    ...sheet,
    rows: fillFirstLevels(sheet.rows, mergedText, FORMS[form])
  }));
  const workbook = createWorkbook({
    ...identify(sheets, cover, fileTitle, ledger),
    form,
    sheets
  });
  return { workbook, notes: ledger.close(lines), accounts: ledger.accounts };
}

/** The projects that stand in overviews only; those of a paper have tables of their own. */
function readOverviews(
  overviews: readonly OverviewTable[],
  printed: readonly PrintedSheet[],
  ids: IdSource,
  ledger: Ledger
): PrintedSheet[] {
  if (printed.some(({ sheet }) => sheet.kind === 'project')) {
    recogniseOverviews(overviews, ledger);
    return [];
  }
  const sheets = readOverviewProjects(overviews, ids, ledger);
  return sheets.map((sheet) => ({ sheet, mergedText: 'first-row' }));
}

function readBlock(block: Block, ids: IdSource, ledger: Ledger): PrintedSheet[] {
  switch (block.kind) {
    case 'front':
      return [];
    case 'contents':
      recogniseContents(block.lines, ledger);
      return [];
    case 'part':
      recognisePart(block.lines[0]!, ledger);
      return [];
    case 'section':
      return [{ sheet: readProseSection(block, ids, ledger), mergedText: 'first-row' }];
    case 'table':
      return [readProjectTable(block, ids, ledger)];
  }
}

function recogniseContents(lines: readonly Line[], ledger: Ledger): void {
  const numbers = lines.filter((line) => !isBlank(line)).map(({ number }) => number);
  ledger.recognise(...numbers);
  ledger.note('recognised', numbers[0]!, `目录，${numbers.length} 行。`);
}

function recognisePart(heading: Line, ledger: Ledger): void {
  ledger.recognise(heading.number);
  ledger.note('recognised', heading.number, `部分标题：${cleanText(heading.text)}`);
}

/** 成本 as a first level of its own is the mark of the 2021 form (domain: Indicators). */
function formOf(printed: readonly PrintedSheet[]): FormName {
  const hasCostLevel = printed.some(({ sheet }) =>
    sheet.rows.some((row) => /^成本(?:指标)?$/.test(cellText(row, 'level1')))
  );
  return hasCostLevel ? '2021' : '2015';
}
