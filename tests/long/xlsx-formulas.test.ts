import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { exportXlsx } from '#lib/exporters/xlsx/xlsx.ts';
import { createWorkbook } from '#lib/model/create.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { freeSheet, loadEngineFromDisk, resultsOf } from '#tests/lib/formulas/calculated.ts';
import { FORMULAS, INPUTS } from '#tests/lib/formulas/formula-table.ts';
import { calculatedWorkbook } from '#tests/support/calculated-workbooks.ts';
import { hasLibreOffice, resave, WITHOUT_LIBRE_OFFICE } from '#tests/support/libre-office.ts';
import { elementsOf, parseMarkup } from '#tests/support/markup.ts';

beforeAll(loadEngineFromDisk);

/** Where LibreOffice 7.4 goes another way than Excel, WPS and we. */
const OTHERWISE = /XLOOKUP|SQRT\(-1\)/;

/** The 361 formulas that are compared with LibreOffice, beside the cells that they read. */
function tableOfFormulas(): Workbook {
  const rows = FORMULAS.map((formula, at) => {
    const cells = INPUTS[at] ?? [];
    return [...cells, ...Array.from({ length: 7 - cells.length }, () => ''), formula];
  });
  return createWorkbook({ sheets: [freeSheet('测算', rows)] });
}

/** A file whose formulas have lost what stood beside them. */
function withoutValues(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const emptied = Object.entries(parts).map(([path, part]) => {
    if (!path.startsWith('xl/worksheets/')) return [path, part] as const;
    const xml = strFromU8(part);
    return [path, strToU8(xml.replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1'))] as const;
  });
  return zipSync(Object.fromEntries(emptied));
}

interface Calculated {
  readonly formula: string;
  readonly value: string;
}

/** What stands beside the formulas of a file, by worksheet and cell. */
function formulasIn(bytes: Uint8Array): ReadonlyMap<string, Calculated> {
  const files = unzipSync(bytes);
  // LibreOffice writes apostrophes as HTML does.
  const parts = new Map(
    Object.entries(files)
      .filter(([path]) => /^xl\/(?:sharedStrings|worksheets\/sheet\d+)\.xml$/.test(path))
      .map(([path, part]) => [path, parseMarkup(strFromU8(part).replaceAll('&apos;', "'"))])
  );
  const strings = parts.get('xl/sharedStrings.xml');
  const shared = strings ? elementsOf(strings, 'si').map(({ text }) => text) : [];
  const found = new Map<string, Calculated>();
  for (let sheet = 1; parts.has(`xl/worksheets/sheet${sheet}.xml`); sheet++) {
    for (const cell of elementsOf(parts.get(`xl/worksheets/sheet${sheet}.xml`)!, 'c')) {
      const [formula] = elementsOf(cell, 'f');
      const held = elementsOf(cell, 'v')[0]?.text ?? '';
      const value = cell.attributes.t === 's' ? (shared[Number(held)] ?? '') : held;
      if (formula) found.set(`${sheet}!${cell.attributes.r}`, { formula: formula.text, value });
    }
  }
  return found;
}

/** Values are shown with ten decimals at most; a text that looks like a number is one until Excel has opened it. */
function isSame(ours: string, theirs: string): boolean {
  if (ours === theirs) return true;
  const [a, b] = [Number(ours.replace(/,/g, '')), Number(theirs.replace(/,/g, ''))];
  return ours !== '' && theirs !== '' && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
}

describe.skipIf(!hasLibreOffice)(
  `formulas of an xlsx in LibreOffice${hasLibreOffice ? '' : ` (${WITHOUT_LIBRE_OFFICE})`}`,
  () => {
    test.each([
      ['rows, fields and tables of other sheets', calculatedWorkbook(), 16],
      ['300 formulas', tableOfFormulas(), 355]
    ])('come to what is written beside them: %s', { timeout: 120_000 }, async (_, given, count) => {
      const bytes = exportXlsx(given, resultsOf(given));
      const ours = formulasIn(bytes);
      const theirs = formulasIn(await resave('a.xlsx', withoutValues(bytes), 'xlsx'));
      const differences = [...ours]
        .map(([place, { formula, value }]) => ({
          formula,
          ours: value,
          theirs: theirs.get(place)?.value ?? '(none)'
        }))
        .filter((each) => !OTHERWISE.test(each.formula) && !isSame(each.ours, each.theirs));
      expect(differences).toEqual([]);
      expect(ours.size).toBeGreaterThanOrEqual(count);
    });
  }
);
