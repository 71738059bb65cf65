import { expect, it } from 'vitest';
import { wellFormed } from '#lib/document/well-formed.ts';
import { fieldText } from '#lib/model/workbook.ts';
import { replicasOf, settle } from '#tests/support/replicas.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const [FIRST_HALF, SECOND_HALF] = '😀'.split('') as [string, string];

it('leaves data as it is that holds whole characters', () => {
  const data = { text: '合格率😀', list: ['是', null, 2] };
  expect(wellFormed(data)).toBe(data);
});

it('replaces halves of characters wherever they are', () => {
  const data = { text: `合格率${FIRST_HALF}`, list: [`${SECOND_HALF}是`, { kept: '😀' }] };
  expect(wellFormed(data)).toEqual({ text: '合格率\ufffd', list: ['\ufffd是', { kept: '😀' }] });
});

it('texts that were cut in the middle of a character read alike for everybody, and can be edited', () => {
  const replicas = replicasOf(smallWorkbook(), ['陈', '李']);
  const [{ document }, other] = replicas as [(typeof replicas)[0], (typeof replicas)[0]];
  // The shortest texts that a comparison by differences never comes to an end with.
  for (const body of [
    SECOND_HALF + FIRST_HALF + FIRST_HALF,
    SECOND_HALF + FIRST_HALF,
    `河道${FIRST_HALF}清淤`
  ]) {
    document.edit({
      label: '',
      changes: [{ do: 'field', sheet: 's1', field: 'body', text: body }]
    });
  }
  const cut = `≥95%${FIRST_HALF}`;
  document.edit({
    label: '',
    changes: [{ do: 'cell', row: 'p1-r1', column: 'target', text: cut }]
  });
  settle(replicas);
  expect(fieldText(document.workbook.sheets[0]!, 'body')).toBe('河道\ufffd清淤');
  expect(other.document.workbook).toEqual(document.workbook);
  expect(document.undo().done).toBe(true);
});
