import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFile } from '#lib/importers/import.ts';
import { pdfFile, plainTable, textAt } from '#tests/support/pdf-file.ts';

const OPERATORS =
  'BT ET Tf Td TD Tm T* Tj \' " TJ Tc Tw Tz TL Ts Tr q Q cm re m l c v y h f f* S s B b n W Do BDC EMC gs sh w d g rg';
const OPERANDS =
  '/F1 /Im1 /None 0 1 -7.5 10 300 1e9 -1e-9 <4e00> (ab) [<4e00>-200(a)] [] << >> true';

const token = fc.oneof(
  fc.constantFrom(...OPERATORS.split(' ')),
  fc.constantFrom(...OPERANDS.split(' '))
);

test('whatever a page is told to draw, the import gives a workbook or a sentence', async () => {
  const paper =
    textAt(60, 80, '1.河道清淤绩效目标表') + plainTable([60, 160, 260], 100, [['甲', '乙']]);
  await fc.assert(
    fc.asyncProperty(fc.array(token, { maxLength: 60 }), async (tokens) => {
      const bytes = pdfFile([{ content: `${tokens.join(' ')}\n${paper}` }]);

      const result = await importFile({ name: '绩效.pdf', bytes });

      if (!result.ok) expect(result.sentence).toMatch(/。$/);
    }),
    { numRuns: 40 }
  );
}, 60_000);
