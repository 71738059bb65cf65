import type { Page } from '@playwright/test';

/** A database that the program knows nothing of. */
const WITNESS = 'witness';

/** Puts a database of the tests' own beside those of the program, on a page of its origin. */
export async function putWitness(page: Page): Promise<void> {
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
    WITNESS
  );
}

/**
 * Whether the browser itself has lost all that it stored for the origin, whoever made it. Chromium deletes
 * everything of an origin whose LevelDB it finds damaged, which on a page with nothing of ours took 180
 * kills.
 */
export async function hasBrowserLostAll(page: Page): Promise<boolean> {
  return page.evaluate(async (name) => {
    // The look that finds the damage is answered with an UnknownError, and the next one with nothing.
    const look = () => indexedDB.databases();
    const found = await look().catch(look);
    return !found.some((database) => database.name === name);
  }, WITNESS);
}
