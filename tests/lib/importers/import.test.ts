import { describe, expect, test } from 'vitest';
import { importFile, importText } from '#lib/importers/import.ts';
import { MAX_BYTES, MAX_LENGTH, refuseSize } from '#lib/importers/refusal.ts';
import { countingIds } from '#lib/model/ids.ts';
import { sampleText } from '#tests/support/papers.ts';
import { PATIENCE } from '#tests/support/patience.ts';

const PAPER = sampleText('pdf-rows');
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  [0xfeff, ...Array.from(text, (_, at) => text.charCodeAt(at))].forEach((unit, at) =>
    view.setUint16(2 * at, unit, littleEndian)
  );
  return new Uint8Array(view.buffer);
}

/** The heading of a table in GB18030, which a program can decode here but not encode. */
const GB18030_TABLE = Uint8Array.from([
  ...[0x31, 0x2e, 0xd7, 0xa8, 0xcf, 0xee, 0xbe, 0xad, 0xb7, 0xd1], // 1.专项经费
  ...[0xbc, 0xa8, 0xd0, 0xa7, 0xc4, 0xbf, 0xb1, 0xea, 0xb1, 0xed, 0x0a] // 绩效目标表
]);

describe('a file with a paper', () => {
  test.each([
    ['UTF-8', utf8(PAPER)],
    ['UTF-8 with a mark', utf8(`\ufeff${PAPER}`)],
    ['UTF-16, little end first', utf16(PAPER, true)],
    ['UTF-16, big end first', utf16(PAPER, false)]
  ])('is read in %s', async (_, bytes) => {
    const fromFile = await importFile({ name: '绩效.txt', bytes }, { ids: countingIds() });
    const fromText = importText(PAPER, { ids: countingIds() });

    if (!fromFile.ok || !fromText.ok) throw new Error('the paper was refused');
    expect(fromFile.workbook.sheets).toEqual(fromText.workbook.sheets);
    expect(fromFile.notes).toEqual(fromText.notes);
  });

  test('is read in GB18030', async () => {
    const result = await importFile({ name: '旧文件.txt', bytes: GB18030_TABLE });

    expect(result).toMatchObject({
      ok: true,
      workbook: { title: '旧文件', sheets: [{ number: '1.', title: '专项经费绩效目标表' }] }
    });
  });

  test('is read as far as it goes when it is cut off inside a character', async () => {
    const bytes = utf8(PAPER);
    const cut = bytes.findIndex((byte, at) => at > bytes.length / 2 && byte >= 0xe0) + 1;

    const result = await importFile({ name: '半截.txt', bytes: bytes.slice(0, cut) });

    expect(result).toMatchObject({ ok: true, workbook: { department: '白石县交通运输局' } });
  });

  test('keeps the lines that the notes count, whatever ends them', async () => {
    const result = importText(PAPER.replaceAll('\n', '\r\n'));

    expect(result).toMatchObject({ ok: true, source: PAPER });
  });
});

describe('a workbook as .json', () => {
  test('comes back as it was', async () => {
    const result = importText(PAPER);
    if (!result.ok) throw new Error(result.sentence);

    const again = await importFile({
      name: 'a.json',
      bytes: utf8(JSON.stringify(result.workbook))
    });

    expect(again).toEqual({ ok: true, workbook: result.workbook, notes: [], source: '' });
  });

  test.each([
    ['is no JSON', '{"format": "jibiao-workbook"'],
    ['is another JSON', '{"sheets": []}']
  ])('is refused as damaged when it %s', async (_, text) => {
    expect(await importFile({ name: 'a.json', bytes: utf8(text) })).toMatchObject({
      ok: false,
      reason: 'damaged'
    });
  });
});

describe('a file without a paper is refused in one sentence', () => {
  const random = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256);

  test.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['blank lines', utf8(' \n\t\n\u3000\n'), 'empty'],
    ['a picture', random, 'binary'],
    ['zeros', new Uint8Array(100), 'binary'],
    ['English', utf8('The quick brown fox jumps over the lazy dog.\n'.repeat(50)), 'no-paper'],
    ['Russian', utf8('Съешь же ещё этих мягких французских булок.\n'.repeat(50)), 'no-paper'],
    ['another Chinese text', utf8('会议通知\n请各股室负责人下午三点到会。\n'), 'no-paper']
  ])('%s', async (_, bytes, reason) => {
    const result = await importFile({ name: '文件.txt', bytes });

    expect(result).toMatchObject({ ok: false, reason });
    expect(result.ok ? '' : result.sentence).toMatch(/^[^。\n]+。$/);
  });

  test('a file of 300 MB, by its size alone', async () => {
    expect(refuseSize(300 * 1024 * 1024)).toMatchObject({ ok: false, reason: 'too-large' });
    expect(refuseSize(MAX_BYTES)).toBeNull();
  });

  test('a text that is too long to be a paper', async () => {
    expect(importText('字'.repeat(MAX_LENGTH + 1))).toMatchObject({ reason: 'too-large' });
  });

  test.each([
    ['dots', '.'.repeat(500_000)],
    ['spaces in a number', `1${' '.repeat(500_000)}x`],
    ['bookmarks that do not end', '[bookmark:'.repeat(50_000)],
    ['one line without a space', '一'.repeat(500_000)],
    ['many contents', '目录\n'.repeat(100_000)]
  ])('a long run of %s before anybody waits', async (_, text) => {
    const start = performance.now();

    expect(importText(text)).toMatchObject({ reason: 'no-paper' });

    expect(performance.now() - start).toBeLessThan(PATIENCE);
  });
});
