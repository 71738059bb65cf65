import { zlibSync } from 'fflate';

/** A page of a PDF that is written for a test. */
export interface PdfPage {
  /** Its operators, in the page's own units: points from the lower left corner. */
  readonly content: string;
  /** Degrees clockwise by which the page is turned when shown. */
  readonly rotate?: number;
  /** Whether its operators are packed, as most programs do. */
  readonly packed?: boolean;
}

/** What else a PDF that is written for a test has. */
export interface PdfOptions {
  /** How its text is encoded; the font itself is not embedded. */
  readonly encoding?: string;
  /** Entries of the trailer, such as an /Encrypt. */
  readonly trailer?: string;
}

/** The size of A4 in whole points; all pages have it. */
export const PAGE = { width: 595, height: 842 } as const;

/** Writes a PDF with a Chinese font, named F1 on every page, and a picture of one dot, named Im1. */
export function pdfFile(
  pages: readonly PdfPage[],
  options: PdfOptions = {}
): Uint8Array<ArrayBuffer> {
  const { encoding = 'UniGB-UCS2-H', trailer = '' } = options;
  const first = 8;
  const kids = pages.map((_, index) => `${first + 2 * index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [4 0 R] >>`,
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    stream(
      '/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray',
      '0'
    ),
    '<< /Font << /F1 3 0 R >> /XObject << /Im1 6 0 R >> >>',
    ...pages.flatMap(({ content, rotate = 0, packed = false }, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE.width} ${PAGE.height}] /Rotate ${rotate} /Resources 7 0 R /Contents ${first + 2 * index + 1} 0 R >>`,
      packed ? stream('/Filter /FlateDecode', deflated(content)) : stream('', content)
    ])
  ];
  return assemble(objects, trailer);
}

/** Writes a text whose baseline begins at a place, given in points from the page's top left corner. */
export function textAt(x: number, y: number, text: string, size = 10): string {
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${PAGE.height - y} Tm <${utf16(text)}> Tj ET\n`;
}

/** Draws a line between two places, given in points from the page's top left corner. */
export function lineTo(fromX: number, fromY: number, toX: number, toY: number): string {
  return `0.5 w ${fromX} ${PAGE.height - fromY} m ${toX} ${PAGE.height - toY} l S\n`;
}

/** Draws all lines of a table. */
export function gridOfLines(xs: readonly number[], ys: readonly number[]): string {
  return [
    ...xs.map((x) => lineTo(x, ys[0]!, x, ys.at(-1)!)),
    ...ys.map((y) => lineTo(xs[0]!, y, xs.at(-1)!, y))
  ].join('');
}

/** Draws a table with all its lines and a text of one line in each cell, 20 points high. */
export function plainTable(
  xs: readonly number[],
  top: number,
  rows: readonly (readonly string[])[]
): string {
  const ys = [top, ...rows.map((_, index) => top + 20 * (index + 1))];
  const texts = rows.flatMap((cells, row) =>
    cells.map((text, column) => textAt(xs[column]! + 3, ys[row]! + 14, text))
  );
  return gridOfLines(xs, ys) + texts.join('');
}

function utf16(text: string): string {
  return Array.from(text, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');
}

function stream(entries: string, content: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** Operators packed, as characters up to \xff. */
function deflated(content: string): string {
  const packed = zlibSync(new TextEncoder().encode(content));
  return Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
}

function assemble(objects: readonly string[], trailer: string): Uint8Array<ArrayBuffer> {
  let file = '%PDF-1.5\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}`;
  const start = file.lastIndexOf(`xref\n0 ${size}`);
  file += `trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}
