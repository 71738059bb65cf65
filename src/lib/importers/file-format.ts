/** The first bytes of formats that are packed or binary, and of RTF, which reads as text but is code. */
const SIGNATURES: readonly string[] = [
  'PK\x03\x04', // docx, xlsx, wps of today, ofd
  '\xd0\xcf\x11\xe0', // doc, xls, wps, et of before 2007
  '%PDF-',
  '{\\rtf'
];

/** Whether a file is a Word, WPS, Excel, PDF or RTF file, by its first bytes; the name may lie. */
export function isPackedFormat(bytes: Uint8Array): boolean {
  return SIGNATURES.some((signature) =>
    [...signature].every((character, at) => bytes[at] === character.charCodeAt(0))
  );
}
