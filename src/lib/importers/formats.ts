import { isHtml } from './html/is-html.ts';
import type { ReadJson } from './json/json.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Source } from './source.ts';

/** A format of files that can be brought in, or that is refused with a sentence of its own. */
export interface SourceFormat {
  readonly name: string;
  /** In the user's words. */
  readonly label: string;
  /** How the names of such files end, in small letters and without the dot. */
  readonly endings: readonly string[];
  /**
   * Whether a file is of this format: by its first bytes where the format has a signature, else by the
   * ending of its name.
   */
  readonly recognises: (bytes: Uint8Array, ending: string) => boolean;
  /** Reads the file; code that only this format needs is loaded when the first file comes. */
  readonly read: (bytes: Uint8Array) => Promise<Source | ReadJson | Refusal>;
}

/** The formats known so far; the first that recognises a file reads it. A new one is an entry here. */
const FORMATS: readonly SourceFormat[] = [
  {
    name: 'office',
    label: 'Word 或 Excel 文件',
    endings: ['docx', 'docm', 'xlsx', 'xlsm'],
    recognises: startsWith('PK\x03\x04', 'PK\x05\x06'),
    read: async (bytes) => (await import('./office/office.ts')).readOffice(bytes)
  },
  {
    name: 'old-office',
    label: '旧版 Office 文件',
    endings: ['doc', 'wps', 'xls', 'et'],
    recognises: startsWith('\xd0\xcf\x11\xe0'),
    read: async (bytes) => (await import('./office/old-office.ts')).refuseOldOffice(bytes)
  },
  {
    name: 'pdf',
    label: 'PDF 文件',
    endings: ['pdf'],
    recognises: holdsEarly('%PDF-'),
    read: async (bytes) => (await import('./pdf/pdf.ts')).readPdf(bytes)
  },
  {
    name: 'rtf',
    label: 'RTF 文件',
    endings: ['rtf'],
    recognises: startsWith('{\\rtf'),
    read: async () => refuse('rtf')
  },
  {
    name: 'json',
    label: '绩表文件',
    endings: ['json'],
    recognises: (_, ending) => ending === 'json',
    read: async (bytes) => (await import('./json/json.ts')).readJson(bytes)
  },
  {
    name: 'html',
    label: '网页',
    endings: ['html', 'htm'],
    recognises: isHtml,
    read: async (bytes) => (await import('./html/html.ts')).readHtmlFile(bytes)
  },
  {
    name: 'csv',
    label: 'CSV 表格',
    endings: ['csv', 'tsv'],
    recognises: (_, ending) => ending === 'csv' || ending === 'tsv',
    read: async (bytes) => (await import('./csv/csv.ts')).readCsv(bytes)
  }
];

/** What any other file is taken for. */
const PLAIN_TEXT: SourceFormat = {
  name: 'text',
  label: '纯文本',
  endings: ['txt'],
  recognises: () => true,
  read: async (bytes) => (await import('./text/text.ts')).readTextFile(bytes)
};

/** The format of a file, by its content and the ending of its name. */
export function formatOf(bytes: Uint8Array, ending: string): SourceFormat {
  return FORMATS.find(({ recognises }) => recognises(bytes, ending)) ?? PLAIN_TEXT;
}

/** Whether the ending of a file's name promises another format than the one its content has. */
export function isMisnamed(ending: string, format: SourceFormat): boolean {
  return (
    !format.endings.includes(ending) && FORMATS.some(({ endings }) => endings.includes(ending))
  );
}

/** Recognises a file by its first bytes, given as characters up to \xff. */
function startsWith(...signatures: readonly string[]): SourceFormat['recognises'] {
  return (bytes) =>
    signatures.some((signature) =>
      [...signature].every((character, at) => bytes[at] === character.charCodeAt(0))
    );
}

/** Readers of PDF take its signature anywhere in the first 1024 bytes (PDF 32000-1, annex H, note 13). */
function holdsEarly(signature: string): SourceFormat['recognises'] {
  return (bytes) => new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes(signature);
}
