import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BUILT } from '#tests/support/server.ts';

/** What the build leaves beside the pages that it makes. */
const MADE = join(BUILT, '../.svelte-kit');
const NODES = 'generated/client-optimized/nodes';

/** In kB of 1,000 bytes. An office's line of 1 Mbit/s brings it in three seconds. */
const MOST = 400;

interface Part {
  readonly file: string;
  /** The keys of the parts that it cannot do without. */
  readonly imports?: readonly string[];
}

const manifest: Readonly<Record<string, Part>> = JSON.parse(
  readFileSync(join(MADE, 'output/client/.vite/manifest.json'), 'utf8')
);

/** The key of the part that has the page of a route. */
function partOfRoute(route: string): string {
  const nodes = readdirSync(join(MADE, NODES));
  const node = nodes.find((name) =>
    readFileSync(join(MADE, NODES, name), 'utf8').includes(`/routes/${route}"`)
  );
  if (node === undefined) throw new Error(`${route} is in no part of the build`);
  return `.svelte-kit/${NODES}/${node}`;
}

/** The files that parts import, and those that these import, their own among them. */
function imported(parts: readonly string[], files = new Set<string>()): Set<string> {
  for (const { file, imports = [] } of parts.map((part) => manifest[part]!)) {
    if (files.has(file)) continue;
    files.add(file);
    imported(imports, files);
  }
  return files;
}

test(`the page of a workbook imports at most ${MOST} kB of JavaScript until it is shown`, () => {
  const starts = Object.keys(manifest).filter((part) => /\/(entry|app)\.js$/.test(part));
  expect(starts).toHaveLength(2);
  const pages = [partOfRoute('+layout.svelte'), partOfRoute('w/[id]/+page.svelte')];

  const files = [...imported([...starts, ...pages])];

  const sent = files.map((file) => statSync(join(BUILT, `${file}.gz`)).size);
  const total = sent.reduce((sum, size) => sum + size, 0);
  // Where it is less than the grid alone, the files were not found.
  expect(total).toBeGreaterThan(150_000);
  expect(total).toBeLessThanOrEqual(MOST * 1000);
});
