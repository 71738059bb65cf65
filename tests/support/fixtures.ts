import { expect, test as base } from '@playwright/test';
import { createBrowserProfile } from './browser-profile.ts';
import type { BrowserProfile } from './browser-profile.ts';
import { BUILT, startServerProcess } from './server.ts';
import type { ServerProcess } from './server.ts';

interface Fixtures {
  /** Folder of the pages that `server` serves: the built app, unless a file uses another. */
  build: string;
  /** The real server, for this test alone. Pages are opened by paths on it. */
  server: ServerProcess;
  /** For tests that end the browser and start it again: a profile that nobody used before. */
  freshProfile: BrowserProfile;
  /** Ends what a test leaves open: pages of colleagues would go on looking for a server that is gone. */
  othersLeave: undefined;
}

/** Playwright's `test` with the app's own server under every test. */
export const test = base.extend<Fixtures>({
  build: [BUILT, { option: true }],

  server: async ({ build }, use) => {
    const server = await startServerProcess(build);
    await use(server);
    await server.dispose();
  },

  baseURL: ({ server }, use) => use(server.origin),

  freshProfile: async ({ launchOptions, headless, locale, timezoneId, viewport, server }, use) => {
    const profile = createBrowserProfile({
      ...launchOptions,
      headless,
      locale,
      timezoneId,
      viewport,
      baseURL: server.origin
    });
    await use(profile);
    await profile.dispose();
  },

  page: async ({ page, serviceWorkers }, use) => {
    const thrown: string[] = [];
    page.on('pageerror', ({ message, stack }) => {
      // Playwright blocks a service worker by registering nothing, which no browser does.
      const isBlocking = serviceWorkers === 'block' && message.includes("reading 'waiting'");
      // A part that was not fetched is told to the person, and by the browser to everybody.
      const isTold = message.includes('dynamically imported module');
      if (!isBlocking && !isTold) thrown.push(stack || message);
    });
    await use(page);
    expect(thrown, 'what the page threw and nobody caught').toEqual([]);
  },

  othersLeave: [
    async ({ browser, context }, use) => {
      await use(undefined);
      const others = browser.contexts().filter((other) => other !== context);
      await Promise.all(others.map((other) => other.close()));
    },
    { auto: true }
  ]
});

export { expect };
export type { BrowserContext, Locator, Page } from '@playwright/test';
