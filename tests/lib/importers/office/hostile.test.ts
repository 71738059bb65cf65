import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { importFile, type ImportResult } from '#lib/importers/import.ts';
import { exportDocx } from '#lib/exporters/docx/docx.ts';
import { exportXlsx } from '#lib/exporters/xlsx/xlsx.ts';
import { createRow, createSheet, createWorkbook } from '#lib/model/create.ts';

const workbook = createWorkbook({
  title: '青泉县水务局2025年部门预算绩效文本',
  sheets: [
    createSheet('project', {
      title: '河道清淤绩效目标表',
      fields: { projectName: '河道清淤', budget: '50.00' },
      rows: [
        createRow({ level1: '产出指标', level2: '数量指标', level3: '清淤段数', target: '≥12段' })
      ]
    })
  ]
});

const TYPES = 'application/vnd.openxmlformats-officedocument';

/** A package whose main part says it is of a type. */
function office(type: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files = {
    '[Content_Types].xml': `<Types><Override PartName="/main.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels':
      '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="main.xml"/></Relationships>',
    'main.xml': '<document/>',
    ...parts
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)]))
  );
}

/** The zip with what its directory says of the size of each entry after unpacking replaced. */
function claiming(zip: Uint8Array, size: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at += 1) {
    // A header of the central directory (APPNOTE.TXT 4.3.12); the size stands 24 bytes in.
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return copy;
}

/** A compound file (MS-CFB) as far as its directory names a stream. */
function compound(stream: string): Uint8Array {
  const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  const name = [...stream].flatMap((letter) => [letter.charCodeAt(0), 0]);
  return Uint8Array.from([...signature, ...Array<number>(504).fill(0), ...name, 0, 0]);
}

function refusal(result: ImportResult): string {
  return result.ok ? 'imported' : result.reason;
}

describe('a broken or foreign file gets a sentence of its own', () => {
  test.each([
    ['nothing in it', 'a.docx', new Uint8Array(), 'empty'],
    ['a Word file with a password', 'a.docx', compound('EncryptedPackage'), 'encrypted'],
    ['an old Word file', 'a.doc', compound('WordDocument'), 'old-word'],
    ['an old Excel file', 'a.xls', compound('Workbook'), 'old-excel'],
    ['an old presentation', 'a.ppt', compound('PowerPoint Document'), 'slides'],
    ['another compound file', 'a.wps', compound('Something'), 'old-office'],
    ['an RTF file', 'a.rtf', strToU8('{\\rtf1 \\ansi}'), 'rtf'],
    ['a presentation', 'a.pptx', office(`${TYPES}.presentationml.presentation.main+xml`), 'slides'],
    ['a zip of files', 'a.zip', zipSync({ 'a.txt': strToU8('text') }), 'zip'],
    ['a zip with nothing in it', 'a.docx', zipSync({}), 'zip'],
    ['an OFD file', 'a.ofd', zipSync({ 'OFD.xml': strToU8('<OFD/>') }), 'ofd'],
    [
      'a picture named as a Word file',
      'a.docx',
      Uint8Array.of(0xff, 0xd8, 0xff, 0),
      'wrong-ending'
    ],
    ['a text named as a PDF', 'a.pdf', strToU8('会议通知'), 'wrong-ending'],
    [
      'an OpenDocument file',
      'a.odt',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
      'open-document'
    ]
  ])('%s', async (_, name, bytes, reason) => {
    const result = await importFile({ name, bytes });

    expect(refusal(result)).toBe(reason);
    expect(!result.ok && result.sentence).toMatch(/^这.*[。]$/);
  });
});

describe.each([
  ['docx', exportDocx(workbook)],
  ['xlsx', exportXlsx(workbook)]
])('a damaged %s', (ending, whole) => {
  test.each([0.1, 0.5, 0.9, 0.99])(
    'cut off at %f of its length is said to be so',
    async (share) => {
      const bytes = whole.slice(0, Math.floor(whole.length * share));

      expect(refusal(await importFile({ name: `a.${ending}`, bytes }))).toBe('truncated');
    }
  );

  test('with any of its bytes changed is read or refused, and never throws', async () => {
    for (let at = 4; at < whole.length; at += Math.ceil(whole.length / 150)) {
      const bytes = whole.slice();
      bytes[at] = bytes[at]! ^ 0xff;

      expect(await importFile({ name: `a.${ending}`, bytes })).toHaveProperty('ok');
    }
  });
});

describe('a hostile package', () => {
  test('that says it unpacks to more than any paper has is not unpacked', async () => {
    const bytes = claiming(office(`${TYPES}.wordprocessingml.document.main+xml`), 0xfffffff0);

    expect(refusal(await importFile({ name: 'a.docx', bytes }))).toBe('bomb');
  });

  test('that says it shrank a thousandfold is not unpacked', async () => {
    const zeros = zipSync({ 'word/document.xml': new Uint8Array(30 * 1024 * 1024) });

    expect(refusal(await importFile({ name: 'a.docx', bytes: zeros }))).toBe('bomb');
  });

  test('with more entries than any paper has is not unpacked', async () => {
    const entries = Array.from({ length: 6000 }, (_, index) => [`${index}.xml`, new Uint8Array()]);

    const result = await importFile({
      name: 'a.docx',
      bytes: zipSync(Object.fromEntries(entries))
    });

    expect(refusal(result)).toBe('bomb');
  });

  test('that lies about its sizes gets no more room than it said', async () => {
    const body = `<w:document>${'<w:p/>'.repeat(100_000)}</w:document>`;
    const bytes = claiming(
      office(`${TYPES}.wordprocessingml.document.main+xml`, { 'main.xml': body }),
      100
    );

    expect(await importFile({ name: 'a.docx', bytes })).toMatchObject({ ok: false });
  });

  test.each([
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY b "bbbb">]><document>&b;</document>'],
    ['elements nested without end', `${'<a>'.repeat(100_000)}`]
  ])('with %s is refused', async (_, xml) => {
    const type = `${TYPES}.wordprocessingml.document.main+xml`;

    const result = await importFile({ name: 'a.docx', bytes: office(type, { 'main.xml': xml }) });

    expect(refusal(result)).toBe('damaged-package');
  });
});
