import { strFromU8, unzipSync, type UnzipFileInfo } from 'fflate';
import { refuse, type Refusal } from '../refusal.ts';

/** The parts of a packed file by their paths, in small letters and without a leading slash. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** More entries than any paper has; a picture is one. */
const MOST_ENTRIES = 5_000;

/** Bytes after unpacking: a workbook of ten thousand rows has a tenth of it. */
const MOST_BYTES = 200 * 1024 * 1024;

/** Real Office files shrink to a thirtieth at most; a bomb to a thousandth. Small files may shrink more. */
const MOST_TIMES = 200;
const SMALL = 20 * 1024 * 1024;

/** What is read: the XML of a package, and what names its kind. Pictures and fonts stay packed. */
const READ = /\.(?:xml|rels)$|^mimetype$/i;

/**
 * Unpacks the XML of a zip file. What it says of its entries, their total and how much they shrank is
 * looked at before anything is unpacked; an entry that lies gets no more room than it said.
 */
export function unzip(bytes: Uint8Array): Parts | Refusal {
  const entries = listEntries(bytes);
  if (entries === null) return refuse('truncated');
  const total = entries.reduce((sum, { originalSize }) => sum + originalSize, 0);
  const bomb = total > SMALL && total > bytes.length * MOST_TIMES;
  if (bomb || entries.length > MOST_ENTRIES || total > MOST_BYTES) return refuse('bomb');
  try {
    const files = unzipSync(bytes, { filter: ({ name }) => READ.test(name) });
    return new Map(Object.entries(files).map(([path, part]) => [partName(path), part]));
  } catch {
    return refuse('damaged-package');
  }
}

/** The name of a part for looking it up: Office compares them without regard to case. */
export function partName(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** The text of a part: UTF-8, or UTF-16 with a byte order mark. */
export function partText(part: Uint8Array): string {
  const [first, second] = part;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(part);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(part);
  return strFromU8(part).replace(/^\uFEFF/, '');
}

/** What the directory at the end of the file says; null where the file was cut off before it. */
function listEntries(bytes: Uint8Array): UnzipFileInfo[] | null {
  const entries: UnzipFileInfo[] = [];
  try {
    unzipSync(bytes, {
      filter: (entry) => {
        entries.push(entry);
        return false;
      }
    });
    return entries;
  } catch {
    return null;
  }
}
