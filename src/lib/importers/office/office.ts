import { refuse, type Refusal, type RefusalReason } from '../refusal.ts';
import type { Source } from '../source.ts';
import { relationshipsOf } from './relationships.ts';
import { partText, unzip, type Parts } from './unzip.ts';
import { attribute, childrenOf, parseXml, XmlFault } from './xml.ts';

/** An Office file unpacked. */
export interface OfficePackage {
  readonly parts: Parts;
  /** The part that is the document or the workbook itself. */
  readonly main: string;
}

type Reader = (file: OfficePackage) => Source;

/** Which reader reads a main part, by a word of its content type. Macros are never run, nor read. */
const READERS: readonly (readonly [type: RegExp, load: () => Promise<Reader>])[] = [
  [/wordprocessingml|ms-word/, async () => (await import('../docx/docx.ts')).readDocx],
  [/spreadsheetml|ms-excel/, async () => (await import('../xlsx/xlsx.ts')).readXlsx]
];

/** Excel's packages of another format than XML (MS-XLSB). */
const BINARY_EXCEL = /ms-excel\.sheet\.binary/;

/** Packed files of other programs, by the `mimetype` entry that OpenDocument and OFD write first. */
const OTHERS: readonly (readonly [type: RegExp, reason: RefusalReason])[] = [
  [/opendocument/, 'open-document']
];

/**
 * Reads a packed file of Word or Excel, or of WPS in their formats (ECMA-376), by what its content
 * type says it is.
 */
export async function readOffice(bytes: Uint8Array): Promise<Source | Refusal> {
  const parts = unzip(bytes);
  if ('reason' in parts) return parts;
  try {
    const main = relationshipsOf(parts).find(({ kind }) => kind === 'officeDocument')?.part;
    const type = main === undefined ? '' : contentTypeOf(parts, main);
    if (BINARY_EXCEL.test(type)) return refuse('binary-excel');
    if (main === undefined || !parts.has(main)) return refuse(otherKind(parts));
    const load = READERS.find(([pattern]) => pattern.test(type))?.[1];
    if (!load) return refuse(/presentationml|powerpoint/.test(type) ? 'slides' : 'zip');
    const source = (await load())({ parts, main });
    if (!/macroEnabled/i.test(type)) return source;
    const note = {
      kind: 'recognised',
      line: 1,
      text: '文件带有宏，宏没有读入。',
      place: {}
    } as const;
    return { ...source, notes: [note, ...source.notes] };
  } catch (error) {
    if (error instanceof XmlFault) return refuse('damaged-package');
    throw error;
  }
}

/** Why a packed file that is no Office file is not read. */
function otherKind(parts: Parts): RefusalReason {
  const type = partText(parts.get('mimetype') ?? new Uint8Array());
  if (parts.has('ofd.xml')) return 'ofd';
  return OTHERS.find(([pattern]) => pattern.test(type))?.[1] ?? 'zip';
}

/** What [Content_Types].xml says a part is; empty where it says nothing. */
function contentTypeOf(parts: Parts, part: string): string {
  const xml = parts.get('[content_types].xml');
  if (!xml) return '';
  const override = childrenOf(parseXml(partText(xml)), 'Override').find(
    (type) => attribute(type, 'PartName')?.toLowerCase() === `/${part}`
  );
  return (override && attribute(override, 'ContentType')) ?? '';
}
