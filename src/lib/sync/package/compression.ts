/** More than a package unpacks to: the largest workbook has about 20 MB. A small file may claim to be far more. */
const MOST_BYTES = 128 * 1024 * 1024;

/** Packs bytes as gzip. */
export function pack(bytes: Uint8Array): Promise<Uint8Array> {
  return through(bytes, new CompressionStream('gzip'), Infinity);
}

/** Unpacks gzip. Rejects where it is none, is damaged, or unpacks to more than a package may. */
export function unpack(bytes: Uint8Array): Promise<Uint8Array> {
  return through(bytes, new DecompressionStream('gzip'), MOST_BYTES);
}

async function through(
  bytes: Uint8Array,
  stream: GenericTransformStream,
  most: number
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const source = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
  const reader = (source.pipeThrough(stream) as ReadableStream<Uint8Array>).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new RangeError(`unpacks to more than ${most} bytes`);
    }
    chunks.push(value);
  }
  const joined = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}
