import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserContext } from '@playwright/test';

/** A browser whose storage outlives it, as a person's does. */
export interface BrowserProfile {
  /** Starts the browser, with what it stored before. */
  open(): Promise<BrowserContext>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Copies what it stores, as for another machine. It must not run. */
  copy(): BrowserProfile;
  /** Ends it and deletes its folder. */
  dispose(): Promise<void>;
}

/** What Chromium puts into a profile while it runs on this machine. */
const LOCK = /Singleton(Lock|Cookie|Socket)$/;

type Options = NonNullable<Parameters<typeof chromium.launchPersistentContext>[1]>;

/** A new profile in a folder of its own. The browser starts with the same options every time. */
export function createBrowserProfile(options: Options): BrowserProfile {
  return profileIn(newFolder(), options);
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'jibiao-profile-'));
}

function profileIn(folder: string, options: Options): BrowserProfile {
  let running: BrowserContext | undefined;
  return {
    async open() {
      running = await chromium.launchPersistentContext(folder, options);
      return running;
    },
    async kill() {
      if (!running) throw new Error('kill: the browser does not run');
      const closed = running.waitForEvent('close');
      // It leads a group of its own: the processes of its pages and of its storage end in the same moment.
      process.kill(-(await mainProcessOf(running)), 'SIGKILL');
      await closed;
      running = undefined;
    },
    copy() {
      if (running) throw new Error('copy: the browser runs');
      const copied = newFolder();
      cpSync(folder, copied, { recursive: true, filter: (path) => !LOCK.test(path) });
      return profileIn(copied, options);
    },
    async dispose() {
      await running?.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  };
}

async function mainProcessOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const answer = await session?.send('SystemInfo.getProcessInfo');
  const main = answer?.processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('the browser names no main process');
  return main.id;
}
