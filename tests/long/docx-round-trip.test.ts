import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportDocx } from '#lib/exporters/docx/docx.ts';
import { importFile, importText } from '#lib/importers/import.ts';
import { countingIds } from '#lib/model/ids.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { hasLibreOffice, resave, WITHOUT_LIBRE_OFFICE } from '#tests/support/libre-office.ts';
import {
  hasSeeds,
  sampleExpectation,
  sampleFile,
  sampleNames,
  sampleText,
  seedText,
  textSampleNames
} from '#tests/support/papers.ts';
import { withoutPrintedContents } from '#tests/support/round-trips.ts';
import { printableWorkbook } from '#tests/support/printable-workbooks.ts';
import { workbookOfOtherKinds } from '../lib/exporters/papers.ts';

const SEEDS = hasSeeds ? ['000', '001', '002', '003', '004'] : [];

/** LibreOffice takes some seconds to start. */
const timeout = 60_000;

function fromText(text: string): Workbook {
  const result = importText(text, { ids: countingIds() });
  if (!result.ok) throw new Error(result.sentence);
  return result.workbook;
}

/** LibreOffice drops the mark of a deleted row, and with it what was tracked. */
const wordSamples = sampleNames.filter(
  (name) => name.startsWith('docx-') && name !== 'docx-tracked-changes'
);

/** LibreOffice forgets the level of a heading without a word in it. */
const withHeadings = printableWorkbook.filter(({ sheets }) =>
  sheets.every(({ title, path }) => [title, ...path].every((heading) => heading.trim() !== ''))
);

async function savedByLibreOffice(workbook: Workbook): Promise<Workbook> {
  const bytes = await resave('paper.docx', exportDocx(workbook), 'docx');
  const result = await importFile({ name: 'paper.docx', bytes }, { ids: countingIds('new') });
  if (!result.ok) throw new Error(result.sentence);
  return result.workbook;
}

describe.skipIf(!hasLibreOffice)('a docx that LibreOffice saved again', () => {
  test.each(textSampleNames)(
    'gives the same workbook, ids and all: %s',
    { timeout },
    async (name) => {
      const workbook = withoutPrintedContents(fromText(sampleText(name)));

      expect(await savedByLibreOffice(workbook)).toEqual(workbook);
    }
  );

  test.each(SEEDS)('gives the same workbook, ids and all: seed %s', { timeout }, async (number) => {
    const workbook = withoutPrintedContents(fromText(seedText(number)));

    expect(await savedByLibreOffice(workbook)).toEqual(workbook);
  });

  test.each(wordSamples)('is read as before: %s', { timeout }, async (name) => {
    const bytes = await resave('input.docx', sampleFile(name).bytes, 'docx');

    const result = await importFile({ name: 'input.docx', bytes }, { ids: countingIds() });

    const { workbook } = sampleExpectation(name);
    expect(result).toMatchObject({ ok: true, workbook: { ...workbook, id: expect.any(String) } });
  });

  test('gives any workbook again, ids and all', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(withHeadings, async (workbook) => {
        expect(await savedByLibreOffice(workbook)).toEqual(workbook);
      }),
      { numRuns: 10, endOnFailure: true }
    );
  });

  test('gives every kind of sheet again', { timeout }, async () => {
    const workbook = workbookOfOtherKinds();

    expect(await savedByLibreOffice(workbook)).toEqual(workbook);
  });
});

test.skipIf(hasLibreOffice)(`LibreOffice: ${WITHOUT_LIBRE_OFFICE}`, () => {});
