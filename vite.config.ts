import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { sveltekit } from '@sveltejs/kit/vite';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { messages } from './src/messages/vite-plugin.ts';

const sandboxless = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

/**
 * Names the parts of Workers in the manifest of the build, where Vite names only the Workers themselves.
 * From it the service worker learns what it keeps, so that every format is imported without a network.
 */
const workerParts: Plugin = {
  name: 'worker-parts-in-manifest',
  writeBundle({ dir }, bundle) {
    const path = `${dir}/.vite/manifest.json`;
    const assets = Object.keys(bundle).filter((file) => file.includes('/immutable/workers/'));
    if (assets.length === 0 || !existsSync(path)) return;
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...manifest, workers: { file: assets[0], assets } }));
  }
};

export default defineConfig({
  plugins: [messages(), sveltekit(), workerParts],
  // PUBLIC_HANDSONTABLE_LICENSE_KEY
  envPrefix: ['VITE_', 'PUBLIC_'],
  // Office machines: Chromium 109 is the last one for Windows 7.
  build: { target: 'es2022', cssTarget: ['chrome109', 'firefox115', 'safari16'] },
  worker: { format: 'es', plugins: () => [messages()] },
  server: {
    proxy: {
      '/api': 'http://localhost:4300',
      '/sync': { target: 'ws://localhost:4300', ws: true }
    }
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // Random cases by the hundred, on machines that nobody watches.
          testTimeout: 30_000,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.browser.test.ts', 'tests/e2e/**', 'tests/long/**']
        }
      },
      {
        extends: true,
        test: {
          name: 'long',
          environment: 'node',
          include: ['tests/long/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          // LibreOffice takes a core, and each run its own profile.
          fileParallelism: false
        }
      },
      {
        extends: true,
        // Found only while a test runs, they would make Vite reload it.
        optimizeDeps: {
          include: [
            '@hocuspocus/provider',
            'decimal.js',
            'dexie',
            'fast-check',
            'fast-diff',
            'fflate',
            'fractional-indexing',
            'handsontable/base',
            'handsontable/cellTypes',
            'handsontable/i18n',
            'handsontable/plugins',
            'lib0/buffer',
            'lib0/hash/sha256',
            'pdfjs-dist/legacy/build/pdf.mjs',
            'pdfjs-dist/legacy/build/pdf.worker.mjs',
            'qr',
            'qr/decode.js',
            'valibot',
            'y-indexeddb',
            'y-protocols/awareness',
            'yjs'
          ]
        },
        test: {
          name: 'chromium',
          include: ['tests/**/*.browser.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: process.env.JIBIAO_CHROMIUM,
                args: sandboxless
              }
            }),
            instances: [{ browser: 'chromium' }]
          }
        }
      }
    ]
  }
});
