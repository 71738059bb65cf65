import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { digest } from 'lib0/hash/sha256';
import * as Y from 'yjs';
import { WORKBOOK_ID_PATTERN } from '#lib/model/ids.ts';
import { pack, unpack } from './compression.ts';
import { canEncrypt, decrypt, encrypt, IV_BYTES, newEncryption, SALT_BYTES } from './encryption.ts';

/**
 * A 同步包: a whole workbook with its comments and history in one file, for a U-disk or a message. It holds
 * no link, no key and no name of a device's session, only what everybody who edits the workbook has.
 */
export interface SyncPackage {
  readonly workbook: string;
  readonly title: string;
  /** Who made the package; empty where they gave no name. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  /** The documents by the letters that their names begin with, each as one update. */
  readonly documents: Readonly<Record<DocumentKind, Uint8Array>>;
}

export type DocumentKind = 'd' | 'c' | 'h';

const KINDS: readonly DocumentKind[] = ['d', 'c', 'h'];

/**
 * Why a package is not opened: `foreign` the file is none, `newer` it is of a later version of the program,
 * `damaged` it is not whole, `locked` it needs a password, `wrong-password` and this is not it,
 * `no-https` it has one and this page cannot decrypt.
 */
export type PackageFault =
  'foreign' | 'newer' | 'damaged' | 'locked' | 'wrong-password' | 'no-https';

export type PackageResult =
  | { readonly ok: true; readonly package: SyncPackage }
  | { readonly ok: false; readonly fault: PackageFault };

/*
 * The file: MAGIC, a byte of version, a byte that is 1 where it is encrypted. Then, plain: 32 bytes of
 * SHA-256 over the body, and the body, gzip. Encrypted: salt, iv, four bytes of iterations, and the body
 * as AES-256-GCM of the gzip, with all that stands before it as its authenticated head.
 */
const MAGIC = new TextEncoder().encode('JIBIAO-PACKAGE\n');
const VERSION = 1;
const SUM_BYTES = 32;

/** Writes a package; with a password, only who knows it can read anything in the file. */
export async function writePackage(content: SyncPackage, password = ''): Promise<Uint8Array> {
  const body = await pack(encodeContent(content));
  const encoder = encoding.createEncoder();
  encoding.writeUint8Array(encoder, MAGIC);
  encoding.writeUint8(encoder, VERSION);
  encoding.writeUint8(encoder, password === '' ? 0 : 1);
  if (password === '') {
    encoding.writeUint8Array(encoder, digest(body));
    encoding.writeUint8Array(encoder, body);
    return encoding.toUint8Array(encoder);
  }
  const encryption = newEncryption();
  encoding.writeUint8Array(encoder, encryption.salt);
  encoding.writeUint8Array(encoder, encryption.iv);
  encoding.writeUint32(encoder, encryption.iterations);
  const head = encoding.toUint8Array(encoder);
  encoding.writeUint8Array(encoder, await encrypt(body, head, password, encryption));
  return encoding.toUint8Array(encoder);
}

/** Reads a package whole, or says why not; nothing of it has happened then. */
export async function readPackage(bytes: Uint8Array, password = ''): Promise<PackageResult> {
  if (!startsWith(bytes, MAGIC)) return refused('foreign');
  if (bytes.length < MAGIC.length + 2) return refused('damaged');
  const version = bytes[MAGIC.length]!;
  if (version !== VERSION) return refused(version > VERSION ? 'newer' : 'damaged');
  try {
    const body = bytes[MAGIC.length + 1] === 0 ? plainBody(bytes) : await openBody(bytes, password);
    if (!(body instanceof Uint8Array)) return body;
    return { ok: true, package: decodeContent(await unpack(body)) };
  } catch {
    return refused('damaged');
  }
}

function plainBody(bytes: Uint8Array): Uint8Array | PackageResult {
  const at = MAGIC.length + 2;
  const body = bytes.subarray(at + SUM_BYTES);
  return same(digest(body), bytes.subarray(at, at + SUM_BYTES)) ? body : refused('damaged');
}

async function openBody(bytes: Uint8Array, password: string): Promise<Uint8Array | PackageResult> {
  const at = MAGIC.length + 2;
  const end = at + SALT_BYTES + IV_BYTES + 4;
  if (bytes.length <= end) return refused('damaged');
  if (!canEncrypt()) return refused('no-https');
  if (password === '') return refused('locked');
  const salt = bytes.slice(at, at + SALT_BYTES);
  const iv = bytes.slice(at + SALT_BYTES, at + SALT_BYTES + IV_BYTES);
  const iterations = decoding.readUint32(decoding.createDecoder(bytes.subarray(end - 4, end)));
  const body = await decrypt(bytes.slice(end), bytes.slice(0, end), password, {
    salt,
    iv,
    iterations
  });
  return body ?? refused('wrong-password');
}

function encodeContent({ documents, ...about }: SyncPackage): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, JSON.stringify(about));
  for (const kind of KINDS) encoding.writeVarUint8Array(encoder, documents[kind]);
  return encoding.toUint8Array(encoder);
}

/** Throws where anything is not as it should be, before a document has seen any of it. */
function decodeContent(bytes: Uint8Array): SyncPackage {
  const decoder = decoding.createDecoder(bytes);
  const about = JSON.parse(decoding.readVarString(decoder)) as Record<string, unknown>;
  const text = (name: string) => {
    const value = about[name];
    if (typeof value !== 'string') throw new TypeError(`${name} is no text`);
    return value;
  };
  const workbook = text('workbook');
  if (!WORKBOOK_ID_PATTERN.test(workbook)) throw new RangeError('no id of a workbook');
  const [d, c, h] = KINDS.map(() => wholeUpdate(decoding.readVarUint8Array(decoder)));
  if (decoding.hasContent(decoder)) throw new RangeError('more than a package');
  const documents = { d: d!, c: c!, h: h! };
  return { workbook, title: text('title'), by: text('by'), at: text('at'), documents };
}

/** An update that a document can take in; throws where it is none. */
function wholeUpdate(update: Uint8Array): Uint8Array {
  Y.decodeUpdate(update);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  doc.destroy();
  return update;
}

function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return same(bytes.subarray(0, start.length), start);
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function refused(fault: PackageFault): PackageResult & { readonly ok: false } {
  return { ok: false, fault };
}
