import { chromium } from 'playwright';
import { describe, expect, test } from 'vitest';
import { formatOf } from '#lib/exporters/formats.ts';
import { importFile } from '#lib/importers/import.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { hasLibreOffice, resave, WITHOUT_LIBRE_OFFICE } from '#tests/support/libre-office.ts';
import { hasSeeds, sampleNames, WITHOUT_SEEDS } from '#tests/support/papers.ts';
import { expectedWorkbook, renumbered, seedWorkbook, textsOf } from '#tests/support/round-trips.ts';

const CHROMIUM = process.env.JIBIAO_CHROMIUM;
const WITHOUT_CHROMIUM = 'skipped, because JIBIAO_CHROMIUM names no browser';
const SEEDS = ['000', '001', '002', '003', '004'];

async function written(workbook: Workbook, name: string): Promise<Uint8Array> {
  const bytes = await formatOf(name)!.write(workbook);
  return typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes;
}

async function printedByLibreOffice(workbook: Workbook): Promise<Uint8Array> {
  return resave('paper.docx', await written(workbook, 'paper.docx'), 'pdf');
}

async function printedByChromium(workbook: Workbook): Promise<Uint8Array> {
  const browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.setContent(new TextDecoder().decode(await written(workbook, 'paper.html')));
    return new Uint8Array(await page.pdf({ format: 'A4', displayHeaderFooter: true }));
  } finally {
    await browser.close();
  }
}

/** The workbook in a PDF; ids do not travel with it. */
async function importedFrom(bytes: Uint8Array): Promise<Workbook> {
  const result = await importFile({ name: 'paper.pdf', bytes });
  if (!result.ok) throw new Error(result.sentence);
  return renumbered(result.workbook);
}

/**
 * What a print tells of sheets. It does not tell which part a free table belongs to, nor which lines
 * around one are its unit and its note and which are the prose beside it: of such papers the tables.
 */
function printedSheets({ sheets }: Workbook): unknown {
  if (sheets.every(({ kind }) => kind !== 'free')) return sheets;
  return sheets.filter(({ kind }) => kind !== 'text').map((sheet) => textsOf(sheet));
}

/**
 * A workbook without what LibreOffice 7.4 does not paint: a mark that hangs over the right margin, and a
 * space at the end of a line.
 */
function asPainted(workbook: Workbook): Workbook {
  const painted = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(texts).map(([id, text]) => [id, text.replace(/[，。、；：]|(?<=,) /g, '')])
    );
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    fields: painted(sheet.fields),
    rows: sheet.rows.map((row) => ({ ...row, cells: painted(row.cells) }))
  }));
  return { ...workbook, sheets };
}

/** A break of its author's falls where its cell is full, and cannot be told from one by the width. */
const NOT_TO_BE_TOLD = 'csv-indicator-overview';

const printable = sampleNames.filter((name) => name !== NOT_TO_BE_TOLD);

const papers: [string, () => Workbook][] = [
  ...printable.map((name): [string, () => Workbook] => [name, () => expectedWorkbook(name)]),
  ...(hasSeeds ? SEEDS : []).map((name): [string, () => Workbook] => [
    `seed ${name}`,
    () => seedWorkbook(name)
  ])
];

const withSeeds = hasSeeds ? 'seeds too' : `seeds ${WITHOUT_SEEDS}`;

describe.skipIf(!hasLibreOffice)(
  `a workbook that LibreOffice prints (${hasLibreOffice ? withSeeds : WITHOUT_LIBRE_OFFICE})`,
  () => {
    test.each(papers)('%s comes back cell for cell', async (_, paper) => {
      const workbook = renumbered(paper());

      const printed = await importedFrom(await printedByLibreOffice(workbook));

      expect(printedSheets(asPainted(printed))).toEqual(printedSheets(asPainted(workbook)));
    });
  }
);

describe.skipIf(!CHROMIUM)(
  `a workbook that Chromium prints (${CHROMIUM ? withSeeds : WITHOUT_CHROMIUM})`,
  () => {
    test.each(papers)('%s comes back cell for cell', async (_, paper) => {
      const workbook = renumbered(paper());

      const printed = await importedFrom(await printedByChromium(workbook));

      expect(printedSheets(printed)).toEqual(printedSheets(workbook));
    });
  }
);
