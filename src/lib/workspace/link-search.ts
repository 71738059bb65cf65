import { linksIn } from '#lib/sync/link.ts';
import { readCodes } from '#lib/sync/qr-code/reading.ts';

/** Where a sync link may be: what the file dialog offers. */
export const LINK_FILES = 'image/*,.html,.htm,.txt,.url';

/**
 * Why there is no link in a file: the browser cannot read the `picture` or the `file`, the picture has
 * `no-code` or the code of something else (`other-code`), the file has no link in it (`no-link`), or
 * there are several.
 */
export type LinkFileFault = 'picture' | 'file' | 'no-code' | 'other-code' | 'no-link' | 'several';

export type LinkSearch =
  | { readonly ok: true; readonly link: string }
  | { readonly ok: false; readonly fault: LinkFileFault };

/** The files that links are handed out in have 20 KiB, and a note or message around one hardly more. */
const LARGEST_TEXT = 256 * 1024;
const LARGEST_PICTURE = 32 * 1024 * 1024;
const TEXT_ENDING = /\.(html?|txt|url)$/i;

/** Looks for the one sync link in a text, with words around it or without. */
export function linkInText(text: string): LinkSearch {
  const [link, ...others] = linksIn(text);
  if (link === undefined) return { ok: false, fault: 'no-link' };
  return others.length > 0 ? { ok: false, fault: 'several' } : { ok: true, link };
}

/** Looks for the one sync link in a picture of its code, or in a file of text. */
export async function linkInFile(file: File): Promise<LinkSearch> {
  if (isPicture(file)) return linkInPicture(file);
  if (file.size > LARGEST_TEXT) return { ok: false, fault: 'no-link' };
  const bytes = await file.arrayBuffer().catch(() => null);
  return bytes === null ? { ok: false, fault: 'file' } : linkInText(decoded(bytes));
}

/** Whether a file, among papers to import, is there for the sync link in it. */
export async function carriesLink(file: File): Promise<boolean> {
  if (!isPicture(file) && !TEXT_ENDING.test(file.name)) return false;
  const found = await linkInFile(file);
  return found.ok || found.fault === 'several';
}

async function linkInPicture(picture: File): Promise<LinkSearch> {
  const codes = picture.size > LARGEST_PICTURE ? null : await readCodes(picture);
  if (codes === null) return { ok: false, fault: 'picture' };
  if (codes.length === 0) return { ok: false, fault: 'no-code' };
  const found = linkInText(codes.join('\n'));
  return !found.ok && found.fault === 'no-link' ? { ok: false, fault: 'other-code' } : found;
}

function isPicture({ type }: File): boolean {
  return type.startsWith('image/');
}

/** What Notepad calls Unicode begins with a mark; in all other encodings a link is ASCII. */
function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  const isWide = first === 0xff && second === 0xfe;
  return new TextDecoder(isWide ? 'utf-16le' : 'utf-8').decode(bytes);
}
