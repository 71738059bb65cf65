import { expect, test } from 'vitest';
import { Ledger } from '#lib/importers/paper/ledger.ts';
import { splitLines } from '#lib/importers/paper/lines.ts';
import { readProse } from '#lib/importers/paper/prose/prose.ts';

const WRAPPED = '水务局坚持节水优先的方针，统筹城乡供水和河道治理，推';

function read(...lines: string[]): string {
  return readProse(splitLines(lines.join('\n')), 's1', new Ledger());
}

test('a sentence that a converter broke is joined, also across blank lines', () => {
  expect(read(WRAPPED, '', '进水价改革。')).toBe(`${WRAPPED}进水价改革。`);
});

test('Latin words on both sides of the break keep a space between them', () => {
  expect(read('水务局采用统一的巡河管理系统和数据采集平台 Open', 'River 管理。')).toMatch(
    /Open River/
  );
});

test.each([
  ['a sentence that has ended', `${WRAPPED}广。`, '进村入户。'],
  ['a short line, which is a title', '河道治理', '做好清淤工作，保证行洪通畅。'],
  ['a numbered item below', WRAPPED, '2、巡河护河。'],
  ['an item that begins with 二是', WRAPPED, '二是巡河护河。'],
  ['a label below', WRAPPED, '绩效目标：河道通畅。'],
  [
    'a long numbered title above',
    '（一）统筹城乡供水和河道治理，推进水价综合改革工作',
    '水务局负责。'
  ]
])('the break stays before %s', (_, above, below) => {
  expect(read(above, below)).toBe(`${above}\n${below}`);
});

test('a joined line is noted as repaired, with its place', () => {
  const ledger = new Ledger();
  const lines = splitLines(`${WRAPPED}\n\n进水价改革。`);

  readProse(lines, 's1', ledger);

  expect(ledger.close(lines)).toMatchObject([
    { kind: 'repaired', line: 3, place: { sheet: 's1', field: 'body' } }
  ]);
});
