import { expect, describe, it } from 'vitest';
import { planAdoption } from '#lib/model/adoption/adoption.ts';
import { arrivalsOf } from '#lib/model/adoption/arrivals.ts';
import type { ArrivalChoice } from '#lib/model/adoption/decision.ts';
import { applyEdit } from '#lib/model/apply.ts';
import { createWorkbook } from '#lib/model/create.ts';
import { countingIds } from '#lib/model/ids.ts';
import type { Waiver, Workbook } from '#lib/model/workbook.ts';
import { check } from '#lib/rules/check.ts';
import { projectSheet } from '#tests/support/workbooks.ts';

const waiver = (id: string, place: Waiver['place'], was: string): Waiver => ({
  id,
  code: 'operator-missing',
  place,
  was,
  reason: '上级统一口径',
  by: '王芳',
  at: '2026-03-05T02:00:00.000Z'
});

/** A workbook of one project whose first indicator has no operator, which was accepted. */
function accepted(sheet: string): Workbook {
  const { rows, ...project } = projectSheet(sheet);
  const [first, ...others] = rows;
  const wanting = { ...first!, cells: { ...first!.cells, target: '12公里' } };
  const place = { sheet, row: first!.id, column: 'target' };
  return createWorkbook({
    sheets: [{ ...project, rows: [wanting, ...others] }],
    waivers: [waiver('w1', place, '12公里'), waiver('w2', { ...place, row: 'gone' }, '1')]
  });
}

function adopted(open: Workbook, imported: Workbook, choice: ArrivalChoice): Workbook {
  const arrivals = arrivalsOf(open, [imported], countingIds('new'));
  const choices = new Map(arrivals.map((arrival) => [arrival, choice]));
  return applyEdit(open, planAdoption(open, arrivals, choices).edit);
}

const open = ({ sheets }: Workbook) => createWorkbook({ sheets });
const waived = (workbook: Workbook) =>
  check(workbook).flatMap(({ code, place, waived }) => (waived ? `${code} ${place.sheet}` : []));

describe('the waivers of sheets that are taken into an open workbook', () => {
  it('come along under ids of their own, with the sheet that is added', () => {
    const after = adopted(createWorkbook(), accepted('p1'), 'both');
    const [sheet] = after.sheets;
    expect(waived(after)).toEqual([`operator-missing ${sheet!.id}`]);
    expect(sheet!.id).not.toBe('p1');
    expect(after.waivers).toHaveLength(1);
    expect(after.waivers[0]!.id).not.toBe('w1');
  });

  it('are put on the rows of the sheet that is replaced', () => {
    const before = createWorkbook({ sheets: [projectSheet('p9')] });
    const after = adopted(before, accepted('p1'), 'replace');
    expect(after.sheets.map(({ id }) => id)).toEqual(['p9']);
    expect(waived(after)).toEqual(['operator-missing p9']);
  });

  it('are not there twice where the open workbook has them', () => {
    const before = accepted('p1');
    expect(adopted(before, accepted('p1'), 'replace').waivers).toEqual(before.waivers);
  });

  it('come along with a sheet that is left out because it is identical', () => {
    const source = accepted('p1');
    const before = open(withOtherIds(source, 'p9'));

    const after = adopted(before, source, 'skip');

    expect(after.sheets).toEqual(before.sheets);
    expect(waived(after)).toEqual(['operator-missing p9']);
  });

  it('come along with a sheet that another file has brought without them', () => {
    const source = accepted('p1');
    const arrivals = arrivalsOf(createWorkbook(), [open(source), source], countingIds('new'));

    const after = applyEdit(
      createWorkbook(),
      planAdoption(createWorkbook(), arrivals, new Map()).edit
    );

    expect(after.sheets).toHaveLength(1);
    expect(waived(after)).toEqual([`operator-missing ${after.sheets[0]!.id}`]);
  });

  it('stay behind with a sheet that is left out though it differs', () => {
    const before = createWorkbook({ sheets: [projectSheet('p1')] });
    expect(adopted(before, accepted('p1'), 'skip').waivers).toEqual([]);
  });
});

function withOtherIds(workbook: Workbook, id: string): Workbook {
  const sheets = workbook.sheets.map((sheet) => ({
    ...sheet,
    id,
    rows: sheet.rows.map((row, index) => ({ ...row, id: `${id}-r${index + 1}` }))
  }));
  return { ...workbook, sheets };
}
