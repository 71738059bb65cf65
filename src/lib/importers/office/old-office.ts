import { refuse, type Refusal, type RefusalReason } from '../refusal.ts';

/** Names in the directory of a compound file (MS-CFB), which tell what it holds. */
const STREAMS: readonly (readonly [name: string, reason: RefusalReason])[] = [
  // Word and Excel put a file with a password, of today's formats too, into a compound file.
  ['EncryptedPackage', 'encrypted'],
  ['WordDocument', 'old-word'],
  ['Workbook', 'old-excel'],
  ['Book', 'old-excel'],
  ['PowerPoint Document', 'slides']
];

/** Says what a compound file is, the format of Office and WPS before 2007, which is not read. */
export function refuseOldOffice(bytes: Uint8Array): Refusal {
  const text = new TextDecoder('latin1').decode(bytes);
  const found = STREAMS.find(([name]) => text.includes(inUtf16(name)));
  return refuse(found?.[1] ?? 'old-office');
}

/** A name as its bytes stand in the directory: UTF-16, little end first. */
function inUtf16(name: string): string {
  return [...name, ''].join('\0');
}
