import { createWorkbook } from '#lib/model/create.ts';
import { FORMS } from '#lib/model/forms.ts';
import type { IdSource } from '#lib/model/ids.ts';
import type { Note } from '#lib/model/note.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { divide } from './division/blocks.ts';
import { withoutConverterMarks } from './cleaning/converter-marks.ts';
import { readContents } from './contents.ts';
import { readCover } from './cover.ts';
import { fillFirstLevels } from './project/first-levels.ts';
import { withTitlesApart } from './cleaning/glued-titles.ts';
import { identify } from './identity.ts';
import { Ledger, type Account, type SheetOrigin } from './ledger.ts';
import { withinLimits } from './cleaning/limits.ts';
import type { Line } from './lines.ts';
import { readOverviews } from './overview/overview-projects.ts';
import { takeOverviews } from './overview/overview-tables.ts';
import { withoutPageNumbers } from './cleaning/page-numbers.ts';
import { readBlock } from './read-block.ts';
import { recogniseForm } from './workbook-form.ts';

/** A paper as read: the workbook, the notes, and what became of each line that is not blank. */
export interface Paper {
  readonly workbook: Workbook;
  readonly notes: readonly Note[];
  readonly accounts: ReadonlyMap<number, Account>;
  /** Of the sheets whose cells are those of tables that the file marks itself. */
  readonly origins: readonly SheetOrigin[];
}

/** What converters left in a text that is no part of the paper, taken out in this order. */
const MENDINGS = [withoutPageNumbers, withoutConverterMarks, withTitlesApart];

/**
 * Reads a budget performance paper (部门预算绩效文本), the 单位预算公开, or a part of one. The workbook has no
 * sheets where the lines hold neither a table nor a prose section.
 * @param fileTitle the title of the workbook, and of a table, where the paper itself gives none
 */
export function readPaper(lines: readonly Line[], ids: IdSource, fileTitle = ''): Paper {
  const ledger = new Ledger();
  const mended = MENDINGS.reduce((mended, mend) => mend(mended, ledger), lines);
  const { rest, overviews } = takeOverviews(mended);
  const blocks = divide(rest);
  const cover = readCover(blocks[0]?.body ?? [], ledger);
  const inBlocks = blocks.flatMap((block) => readBlock(block, fileTitle, ids, ledger));
  const read = [...inBlocks, ...readOverviews(overviews, inBlocks, ids, ledger)];
  const projects = read.filter((sheet) => 'mergedText' in sheet);
  const form = recogniseForm(projects, ledger);
  const sheets = read
    .map((sheet) => ('mergedText' in sheet ? fillFirstLevels(sheet, FORMS[form], ledger) : sheet))
    .map((sheet) => withinLimits(sheet, mended, ledger));
  const workbook = createWorkbook({
    ...identify(sheets, cover, fileTitle, ledger),
    cover: cover.further,
    contents: readContents(blocks, sheets, ledger),
    form,
    sheets
  });
  const notes = ledger.close(mended);
  return { workbook, notes, accounts: ledger.accounts, origins: ledger.origins };
}
