import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareSheets } from '#lib/model/adoption/comparison.ts';
import { replacementChanges } from '#lib/model/adoption/replacement.ts';
import { applyEdit } from '#lib/model/apply.ts';
import { createWorkbook } from '#lib/model/create.ts';
import type { Row } from '#lib/model/workbook.ts';
import { projectSheet } from '#tests/support/workbooks.ts';

const word = fc.constantFrom('', '数量指标', '质量指标', '清淤河道长度', '≥12公里', '≥95%');

const rows = fc.array(fc.record({ level2: word, level3: word, target: word }), { maxLength: 8 });

const sheetOf = (id: string, cells: readonly Row['cells'][], title: string) =>
  projectSheet(id, {
    title,
    rows: cells.map((texts, index) => ({ id: `${id}${index}`, cells: texts }))
  });

it('makes any sheet identical to any other, and keeps the rows that both have', () => {
  fc.assert(
    fc.property(rows, rows, word, (here, there, title) => {
      const open = sheetOf('here', here, '河道清淤专项经费绩效目标表');
      const imported = sheetOf('there', there, title);
      const newIds = there.map((_, index) => `new${index}`);
      const changes = replacementChanges(open, imported, newIds);

      const [after] = applyEdit(createWorkbook({ sheets: [open] }), { label: '', changes }).sheets;

      expect(compareSheets(after!, imported).identical).toBe(true);
      const same = compareSheets(open, imported).rows.filter(
        ({ open, incoming }) => open && incoming
      );
      for (const { open: row } of same) expect(after!.rows.map(({ id }) => id)).toContain(row!.id);
    })
  );
});

it('changes nothing where the two are identical', () => {
  const open = projectSheet('p1');
  expect(replacementChanges(open, projectSheet('other', { number: '8.' }), [])).toEqual([]);
});
