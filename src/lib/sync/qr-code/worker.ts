import { decodeQRBatch } from 'qr/decode.js';

/**
 * Longest sides in pixels at which a picture is looked at, one after the other until something is
 * found: most photos are larger than their code needs, and a code in a corner needs all they have.
 */
const SIDES = [2000, 4000];
/** How much the decoder tries, and for how many milliseconds at most, before it gives a picture up. */
const PERSISTENCE = { effort: 10, timeLimit: 3000 };

self.addEventListener('message', async ({ data }: MessageEvent<Blob>) => {
  const image = await createImageBitmap(data).catch(() => null);
  self.postMessage(image && (await codesIn(image)));
});

// The page hears of errors only, and would wait for an answer until the time limit.
self.addEventListener('unhandledrejection', ({ reason }) => {
  throw reason;
});

async function codesIn(image: ImageBitmap): Promise<readonly string[]> {
  const longest = Math.max(image.width, image.height);
  for (const side of SIDES) {
    const codes = await codesAt(image, Math.min(1, side / longest));
    if (codes.length > 0 || side >= longest) return codes;
  }
  return [];
}

async function codesAt(image: ImageBitmap, scale: number): Promise<readonly string[]> {
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas for a picture');
  // Pictures of codes may be black on nothing.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height);
  const options = { ...PERSISTENCE, format: 'RGBA', maxSize: { width, height } } as const;
  const [found = []] = await decodeQRBatch([pixels], options);
  return found.filter((one): one is string => typeof one === 'string');
}
