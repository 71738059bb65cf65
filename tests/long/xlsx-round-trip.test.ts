import { describe, expect, test } from 'vitest';
import { exportCsv } from '#lib/exporters/csv.ts';
import { exportHtml } from '#lib/exporters/html.ts';
import { exportXlsx } from '#lib/exporters/xlsx/xlsx.ts';
import { importFile } from '#lib/importers/import.ts';
import { countingIds } from '#lib/model/ids.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { hasLibreOffice, resave, WITHOUT_LIBRE_OFFICE } from '#tests/support/libre-office.ts';
import { hasSeeds, sampleNames, WITHOUT_SEEDS } from '#tests/support/papers.ts';
import {
  expectedWorkbook,
  seedWorkbook,
  textsOf,
  withoutPrintedContents
} from '#tests/support/round-trips.ts';

const SEEDS = hasSeeds ? ['000', '001', '002', '003', '004'] : [];

/** LibreOffice takes some seconds to start. */
const timeout = 60_000;

/** Commas, double quotes, UTF-8. */
const UTF8_CSV = 'CSV:44,34,76';

/** What LibreOffice makes of a file as xlsx, imported. */
async function savedByLibreOffice(
  name: string,
  bytes: Uint8Array,
  filter?: string
): Promise<Workbook> {
  const saved = await resave(name, bytes, 'xlsx', filter);
  const result = await importFile({ name: 'a.xlsx', bytes: saved }, { ids: countingIds('new') });
  if (!result.ok) throw new Error(result.sentence);
  return result.workbook;
}

/** The texts of the tables of a workbook, one list for each. */
const tablesOf = ({ sheets }: Workbook) =>
  sheets.filter(({ rows }) => rows.length > 0).map(textsOf);

describe.skipIf(!hasLibreOffice)('an xlsx that LibreOffice saved again', () => {
  test.each(sampleNames)('gives the same workbook, ids and all: %s', { timeout }, async (name) => {
    const workbook = withoutPrintedContents(expectedWorkbook(name));

    expect(await savedByLibreOffice('a.xlsx', exportXlsx(workbook))).toEqual(workbook);
  });

  test.each(SEEDS)('gives the same workbook, ids and all: seed %s', { timeout }, async (number) => {
    const workbook = withoutPrintedContents(seedWorkbook(number));

    expect(await savedByLibreOffice('a.xlsx', exportXlsx(workbook))).toEqual(workbook);
  });
});

describe.skipIf(!hasLibreOffice)('an xlsx that LibreOffice made', () => {
  test('of our web page has the same tables', { timeout }, async () => {
    const workbook = expectedWorkbook('converted-word');

    const saved = await savedByLibreOffice('a.html', exportHtml(workbook), 'HTML (StarCalc)');

    expect(tablesOf(saved)).toEqual(tablesOf(workbook));
  });

  test('of our csv has the same indicators', { timeout }, async () => {
    const workbook = expectedWorkbook('converted-word');

    const saved = await savedByLibreOffice('a.csv', exportCsv(workbook), UTF8_CSV);

    // A percent is a number to LibreOffice, shown with two decimals.
    const shown = (text: string) => text.replace(/^(\d+)%$/, '$1.00%');
    expect(tablesOf(saved)).toEqual(
      tablesOf(workbook).map((rows) => rows.map((texts) => texts.map(shown)))
    );
  });
});

test.skipIf(hasLibreOffice)(`LibreOffice: ${WITHOUT_LIBRE_OFFICE}`, () => {});
test.skipIf(hasSeeds)(`the seeds: ${WITHOUT_SEEDS}`, () => {});
