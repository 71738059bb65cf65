import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import sirv from 'sirv';
import { build } from 'vite';

const SOURCES = join(import.meta.dirname, 'pages');

/** The pages that baselines run in. */
export interface BenchPages {
  /** Address of a page, such as `plain-table`. */
  address(name: string): string;
  close(): void;
}

/** Builds the pages of the bench as the app is built, minified, and serves them. */
export async function serveBenchPages(): Promise<BenchPages> {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-bench-'));
  await build({
    configFile: false,
    root: SOURCES,
    logLevel: 'error',
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: Infinity,
      rolldownOptions: {
        input: ['plain-table', 'opening'].map((name) => join(SOURCES, `${name}.html`))
      }
    }
  });
  const server = createServer(sirv(folder));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: (name) => `http://localhost:${port}/${name}.html`,
    close() {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  };
}
