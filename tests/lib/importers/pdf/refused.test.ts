import { describe, expect, test } from 'vitest';
import { importFile } from '#lib/importers/import.ts';
import { pdfFile, textAt } from '#tests/support/pdf-file.ts';

const TEXT = { content: textAt(60, 80, '一、总体绩效目标') };
const WHOLE = pdfFile([TEXT]);

/** A lock that no password opens; without the right one nothing of the file can be read. */
const LOCK = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`;

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

describe('a PDF that cannot be read is refused with a sentence of its own', () => {
  test.each([
    ['one whose end is missing', WHOLE.slice(0, WHOLE.length / 2), 'truncated', '不完整'],
    ['one that ends behind its first line', encoded('%PDF-1.7\n'), 'truncated', '不完整'],
    [
      'one that goes on with zeros',
      encoded(`%PDF-1.7\n${'\0'.repeat(5000)}`),
      'truncated',
      '不完整'
    ],
    ['one with nothing but both ends', encoded('%PDF-1.7\n%%EOF\n'), 'damaged-pdf', '已损坏'],
    [
      'one whose pages are not where it says',
      encoded(
        new TextDecoder('latin1').decode(WHOLE).replace(/\/Kids \[[^\]]*\]/, '/Kids [99 0 R]')
      ),
      'damaged-pdf',
      '已损坏'
    ],
    ['one with a password', pdfFile([TEXT], { trailer: LOCK }), 'encrypted', '去掉密码'],
    [
      'a scan',
      pdfFile(Array.from({ length: 3 }, () => ({ content: 'q 595 0 0 842 0 0 cm /Im1 Do Q' }))),
      'scan',
      'OCR'
    ],
    [
      'a scan with page numbers',
      pdfFile(
        [1, 2, 3].map((page) => ({
          content: `q 595 0 0 842 0 0 cm /Im1 Do Q\n${textAt(290, 820, `- ${page} -`)}`
        }))
      ),
      'scan',
      'OCR'
    ],
    [
      'one of 2001 pages',
      pdfFile(Array.from({ length: 2001 }, () => TEXT)),
      'too-many-pages',
      '2000'
    ],
    [
      'one that unpacks to a thousand times its size',
      pdfFile([{ content: ' '.repeat(10_000_000), packed: true }]),
      'bomb',
      '大得不正常'
    ],
    [
      'one that draws without end',
      pdfFile([{ content: 'q Q '.repeat(300_000) }]),
      'too-large',
      '太大'
    ]
  ])('%s', async (_, bytes, reason, words) => {
    const result = await importFile({ name: '绩效.pdf', bytes });

    expect(result).toMatchObject({ ok: false, reason });
    expect(result).toHaveProperty('sentence', expect.stringContaining(words));
  });
});

test('a PDF is known by its content, wherever its first line stands and whatever its name is', async () => {
  const bytes = Uint8Array.from([...encoded('X-Mail: 1\r\n\r\n'), ...WHOLE]);

  expect(await importFile({ name: '绩效.txt', bytes })).toMatchObject({ ok: true });
});
