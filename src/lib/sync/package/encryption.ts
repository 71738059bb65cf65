/** What OWASP asks of PBKDF2 with SHA-256 since 2023; a guess costs as much as half a second of a laptop. */
const ITERATIONS = 600_000;
/** A file that asks for more is not ours, and would keep the page busy for minutes. */
const MOST_ITERATIONS = 4_000_000;

export const SALT_BYTES = 16;
export const IV_BYTES = 12;

/** What is needed beside the password to open what was encrypted. */
export interface Encryption {
  readonly salt: Uint8Array;
  readonly iv: Uint8Array;
  readonly iterations: number;
}

/** Whether this page can encrypt: browsers offer it on https and on the computer itself only. */
export function canEncrypt(): boolean {
  return (globalThis.crypto as Partial<Crypto>).subtle !== undefined;
}

/** Fresh random values: a key and iv that are used twice would give both texts away. */
export function newEncryption(): Encryption {
  return {
    salt: crypto.getRandomValues(new Uint8Array(SALT_BYTES)),
    iv: crypto.getRandomValues(new Uint8Array(IV_BYTES)),
    iterations: ITERATIONS
  };
}

/** Encrypts with AES-256-GCM; `head` stays readable, and a change of it is noticed like one of the body. */
export async function encrypt(
  body: Uint8Array,
  head: Uint8Array,
  password: string,
  encryption: Encryption
): Promise<Uint8Array> {
  const key = await keyOf(password, encryption);
  return new Uint8Array(await crypto.subtle.encrypt(algorithm(encryption, head), key, own(body)));
}

/** Null where the password is wrong or anything was changed: authenticated encryption cannot tell which. */
export async function decrypt(
  body: Uint8Array,
  head: Uint8Array,
  password: string,
  encryption: Encryption
): Promise<Uint8Array | null> {
  if (encryption.iterations > MOST_ITERATIONS) return null;
  const key = await keyOf(password, encryption);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(algorithm(encryption, head), key, own(body)));
  } catch {
    return null;
  }
}

async function keyOf(password: string, { salt, iterations }: Encryption): Promise<CryptoKey> {
  // Input methods and systems write the same character in different ways.
  const bytes = new TextEncoder().encode(password.normalize('NFKC'));
  const raw = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: own(salt), iterations },
    raw,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt']
  );
}

function algorithm({ iv }: Encryption, head: Uint8Array): AesGcmParams {
  return { name: 'AES-GCM', iv: own(iv), additionalData: own(head) };
}

/** WebCrypto takes no views of shared memory; these bytes never are. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
