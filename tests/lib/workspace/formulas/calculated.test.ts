import { beforeAll, describe, expect, it } from 'vitest';
import { createWorkbook } from '#lib/model/create.ts';
import { withResults } from '#lib/model/formula/results.ts';
import { calculatedWorkbook } from '#lib/workspace/formulas/calculated.ts';
import { freeSheet, loadEngineFromDisk, resultsOf } from '#tests/lib/formulas/calculated.ts';
import { projectSheet, smallWorkbook } from '#tests/support/workbooks.ts';

beforeAll(loadEngineFromDisk);

describe('a workbook that is handed out', () => {
  it('says what its formulas come to', () => {
    const free = freeSheet('f1', [
      ['36', '=A1*2', '=1/0'],
      ['', '="共"&B1', '']
    ]);
    const workbook = createWorkbook({ sheets: [projectSheet('p1'), free] });
    const [project, calculated] = withResults(workbook, resultsOf(workbook)).sheets;
    expect(project).toBe(workbook.sheets[0]);
    expect(calculated!.rows.map(({ cells }) => cells)).toEqual([
      { A: '36', B: '72', C: '#DIV/0!' },
      { A: '', B: '共72', C: '' }
    ]);
  });

  it('keeps a formula that could not be calculated', () => {
    const workbook = createWorkbook({ sheets: [freeSheet('f1', [['=1+1']])] });
    expect(withResults(workbook, new Map())).toEqual(workbook);
  });

  it('is the same where it has no formulas', async () => {
    const workbook = smallWorkbook();
    expect(await calculatedWorkbook(workbook)).toBe(workbook);
  });
});
