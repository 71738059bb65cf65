import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { FORMULAS, INPUTS } from '#tests/lib/formulas/formula-table.ts';
import recorded from '#tests/lib/formulas/libre-office.json' with { type: 'json' };
import { formulaFile } from '#tests/support/formula-file.ts';
import { hasLibreOffice, resave, WITHOUT_LIBRE_OFFICE } from '#tests/support/libre-office.ts';

/** Where the results of LibreOffice are written to, to be looked at and recorded: RECORD=1. */
const RECORD = new URL('../lib/formulas/libre-office.json', import.meta.url);

/** Commas, double quotes, UTF-8. */
const UTF8_CSV = 'csv:Text - txt - csv (StarCalc):44,34,76';

/** Column H of a line; the cells before it hold no comma. */
function lastCell(line: string): string {
  const text = line.split(',').slice(7).join(',');
  return text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text;
}

describe.skipIf(!hasLibreOffice)(
  `formulas in LibreOffice${hasLibreOffice ? '' : ` (${WITHOUT_LIBRE_OFFICE})`}`,
  () => {
    test('come to what is recorded of them, which ours are compared with', async () => {
      const bytes = await resave('formulas.xlsx', formulaFile(INPUTS, FORMULAS), UTF8_CSV);
      const lines = new TextDecoder().decode(bytes).split('\n');
      const results = Object.fromEntries(
        FORMULAS.map((formula, at) => [formula, lastCell(lines[at] ?? '')])
      );
      if (process.env.RECORD) await writeFile(RECORD, `${JSON.stringify(results, null, 2)}\n`);
      else expect(results).toEqual(recorded);
    });
  }
);
