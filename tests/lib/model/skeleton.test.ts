import { describe, expect, test } from 'vitest';
import { createWorkbook } from '#lib/model/create.ts';
import { readSkeleton } from '#lib/model/skeleton-schema.ts';
import { restoreWaivers, skeletonOf, type PrintedWhere } from '#lib/model/skeleton.ts';
import type { Waiver, Workbook } from '#lib/model/workbook.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const PRINTED: PrintedWhere = {
  anchor: (_, index) => `sheet${index}`,
  cover: true,
  path: () => true,
  columnTitles: () => true
};

const waiver = (id: string, was: string, place: Waiver['place']): Waiver => ({
  id,
  code: 'unit-missing',
  place,
  was,
  reason: '计量口径已说明',
  by: '预算股',
  at: '2026-01-05T08:00:00Z'
});

function withWaivers(...waivers: readonly Waiver[]): Workbook {
  return { ...smallWorkbook(), waivers };
}

const target = { sheet: 'p1', row: 'p1-r1', column: 'target' };

describe('a skeleton', () => {
  test('is read from its JSON as it was written', () => {
    const skeleton = skeletonOf(withWaivers(waiver('w1', '≥12公里', target)), PRINTED);
    expect(readSkeleton(JSON.stringify(skeleton))).toEqual(skeleton);
  });

  test('names the title only where the file does not print it', () => {
    const workbook = smallWorkbook();
    expect(skeletonOf(workbook, PRINTED)).not.toHaveProperty('title');
    expect(skeletonOf(workbook, { ...PRINTED, cover: false }).title).toBe(workbook.title);
  });

  test.each([
    ['no JSON', '{'],
    ['another version', JSON.stringify({ ...skeletonOf(smallWorkbook(), PRINTED), version: 2 })],
    [
      'an id that is none',
      JSON.stringify(skeletonOf(createWorkbook({ id: '__proto__' }), PRINTED))
    ],
    ['an id twice', JSON.stringify(skeletonOf(twice(smallWorkbook()), PRINTED))],
    [
      'an anchor twice',
      JSON.stringify(skeletonOf(smallWorkbook(), { ...PRINTED, anchor: () => 'same' }))
    ]
  ])('is none with %s', (_, json) => {
    expect(readSkeleton(json)).toBeNull();
  });

  test('leaves out a waiver whose text was changed since', () => {
    const held = waiver('w1', '≥12公里', target);
    const stale = waiver('w2', '≥10公里', target);
    const gone = waiver('w3', '', { sheet: 'p1', row: 'deleted' });
    const { waivers } = skeletonOf(withWaivers(held, stale, gone), PRINTED);
    expect(waivers.map(({ id }) => id)).toEqual(['w1']);
    expect(JSON.stringify(waivers)).not.toContain('≥12公里');
  });

  test('gives a waiver its text back from where it stands', () => {
    const workbook = withWaivers(
      waiver('w1', '≥12公里', target),
      waiver('w2', '36.00', { sheet: 'p1', field: 'budget' }),
      waiver('w3', '', { sheet: 'p2' }),
      waiver('w4', '', {}),
      waiver('w5', '∅1a2b3c4', { sheet: 'p1', field: 'planMarch' })
    );
    const { waivers } = skeletonOf(workbook, PRINTED);
    expect(restoreWaivers(waivers, workbook.sheets)).toEqual(workbook.waivers);
  });

  test('finds the words of a waiver that have moved in their prose', () => {
    const words = (range: [number, number]) =>
      waiver('w1', '河道清淤', { sheet: 's1', field: 'body', range });
    const workbook = withWaivers(words([0, 4]));
    const { waivers } = skeletonOf(workbook, PRINTED);
    expect(JSON.stringify(waivers)).not.toContain('河道清淤');
    expect(restoreWaivers(waivers, workbook.sheets)).toEqual([words([4, 8])]);
  });

  test('carries what was found in a whole table as it is', () => {
    const workbook = withWaivers(waiver('w1', 'k3JdE0x', { sheet: 'p1' }));
    const { waivers } = skeletonOf(workbook, PRINTED);
    expect(restoreWaivers(waivers, workbook.sheets)).toEqual(workbook.waivers);
    expect(restoreWaivers(waivers, workbook.sheets.slice(0, 1))).toEqual([]);
  });
});

function twice(workbook: Workbook): Workbook {
  const [first] = workbook.sheets;
  return { ...workbook, sheets: [...workbook.sheets, first!] };
}
