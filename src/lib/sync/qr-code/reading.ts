/** Milliseconds after which reading is given up. A photo of 12 megapixels takes less than one second. */
const TIME_LIMIT = 20_000;

/**
 * The texts of all QR codes in a picture, read in a Worker: none where there are none, null where the
 * browser cannot read the picture.
 */
export async function readCodes(picture: Blob): Promise<readonly string[] | null> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const answer = new Promise<readonly string[] | null>((resolve) => {
    timer = setTimeout(() => resolve([]), TIME_LIMIT);
    worker.addEventListener('message', ({ data }: MessageEvent<readonly string[] | null>) =>
      resolve(data)
    );
    worker.addEventListener('error', () => resolve(null));
    worker.postMessage(picture);
  });
  return answer.finally(() => {
    clearTimeout(timer);
    worker.terminate();
  });
}
