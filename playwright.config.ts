import { defineConfig } from '@playwright/test';

/** The browser that `npm test` found; undefined means Playwright's own. */
const executablePath = process.env.JIBIAO_CHROMIUM;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // `npm test` asks for JSON besides, and names its file in PLAYWRIGHT_JSON_OUTPUT_FILE.
  reporter: 'list',
  workers: 2,
  fullyParallel: true,
  // Once more on a machine that nobody watches, where a pause of the machine can outlast a limit; the
  // report names such a test as flaky.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  // Two browsers and a server share what may be two slow cores.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 720 },
    launchOptions: {
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
    }
  }
});
