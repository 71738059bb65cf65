import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complaint, DIRECTIONS, HOMES } from '#tests/architecture/directions.ts';
import { importsOf } from '#tests/architecture/imports.ts';

const TOP_LEVEL = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'README.zh-CN.md',
  'eslint.config.js',
  'package-lock.json',
  'package.json',
  'playwright.config.ts',
  'src',
  'static',
  'svelte.config.js',
  'tests',
  'tsconfig.json',
  'vite.config.ts'
];
const NAMES_THAT_SAY_NOTHING =
  /^(utils?|helpers?|managers?|services?(?!-worker)|types|common|misc)\b/i;

/** Library calls that Chromium 109, the last one for Windows 7, does not have; Vite leaves them as they are. */
const TOO_NEW_FOR_OFFICES =
  /\.toSorted\(|\.toReversed\(|\.toSpliced\(|\.with\(|Promise\.withResolvers|Object\.groupBy\(|Map\.groupBy\(|Array\.fromAsync|showPopover|\.isSubsetOf\(|\.union\(/;

/** Paths of all files under a folder, from the project's folder, with forward slashes. */
function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.replaceAll('\\', '/'));
}

/** What is wrong with the imports of one file. */
function complaintsOf(file: string, text: string): string[] {
  return importsOf(file, text)
    .map((wanted) => complaint(file, wanted))
    .filter((sentence) => sentence !== undefined);
}

describe('the project', () => {
  test('calls nothing in the page that the browsers of offices do not have', () => {
    const pages = ['src/lib', 'src/routes'].flatMap(filesUnder);
    const tooNew = pages.filter((file) => TOO_NEW_FOR_OFFICES.test(readFileSync(file, 'utf8')));
    expect(tooNew).toEqual([]);
  });

  test('every import follows the directions and every library has its home', () => {
    const sources = filesUnder('src').filter((file) => /\.(ts|svelte|mjs)$/.test(file));

    const complaints = sources.flatMap((file) => complaintsOf(file, readFileSync(file, 'utf8')));

    expect(sources.length).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  test('every library with a home is a dependency, and every dependency has a home', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

    const homeless = Object.keys(dependencies).filter((name) => !(name in HOMES));
    const absent = Object.keys(HOMES).filter(
      (name) => !(name in dependencies) && !(name in devDependencies)
    );

    expect({ homeless, absent }).toEqual({ homeless: [], absent: [] });
  });

  test('the top level holds only what a tool or a reader looks for there', () => {
    const ignored = readFileSync('.gitignore', 'utf8').split('\n');
    const made = (name: string) => ignored.includes(name) || ignored.includes(`${name}/`);

    const strangers = readdirSync('.').filter(
      (name) => !name.startsWith('.') && !TOP_LEVEL.includes(name) && !made(name)
    );

    expect(strangers).toEqual([]);
  });

  test('no file has a name that says nothing', () => {
    const named = [...filesUnder('src'), ...filesUnder('tests')].filter((file) =>
      NAMES_THAT_SAY_NOTHING.test(basename(file))
    );

    expect(named).toEqual([]);
  });

  test('the lock file names no host', () => {
    expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved": *"\w+:\/\//);
  });
});

describe('the directions', () => {
  test('lead to no circle', () => {
    const below = (area: string): string[] =>
      (DIRECTIONS[area] ?? []).flatMap((next) => [next, ...below(next)]);

    for (const area of Object.keys(DIRECTIONS)) expect(below(area)).not.toContain(area);
  });

  test.each([
    ['src/lib/rules/sum.ts', "import { row } from '#lib/model/row.ts'"],
    ['src/lib/rules/sum.ts', "import { part } from './part.ts'"],
    ['src/lib/importers/paper/read.ts', "import { lines } from '../lines.ts'"],
    ['src/lib/document/open.ts', "import * as Y from 'yjs'"],
    ['src/lib/grid/mount.ts', "import 'handsontable/styles/handsontable.css'"],
    ['src/lib/workspace/open.ts', "import { check } from '#lib/rules/check.ts'"],
    ['src/routes/+page.svelte', "<script>import '../app.css'</script>"],
    ['src/routes/+page.ts', "import type { Row } from '#lib/model/row.ts'"],
    ['src/routes/+page.ts', "import { type Row } from '#lib/model/row.ts'"],
    ['src/server/main.ts', "import { DatabaseSync } from 'node:sqlite'"],
    ['src/service-worker.ts', "import { build } from '$service-worker'"]
  ])('%s may say %s', (file, text) => {
    expect(importsOf(file, text)).toHaveLength(1);
    expect(complaintsOf(file, text)).toEqual([]);
  });

  test.each([
    [
      'src/lib/rules/sum.ts',
      "import { open } from '#lib/document/open.ts'",
      'rules may import only model; take what it needs from model, or let workspace bring the two together'
    ],
    [
      'src/lib/model/row.ts',
      "export { check } from '#lib/rules/check.ts'",
      'model imports no other folder; pass in what it needs, or let workspace or cli bring the two together'
    ],
    ['src/lib/ui/Sheet.svelte', "{#await import('#lib/sync/peers.ts')}{/await}", 'ui may import'],
    [
      'src/lib/ui/Sheet.svelte',
      '<p></p><script lang="ts">import { p } from \'#lib/sync/peers.ts\'</script>',
      'ui may import only workspace, grid, model'
    ],
    ['src/lib/grid/mount.ts', "await import('#lib/ui/mark.ts')", 'grid may import only model'],
    [
      'src/lib/sync/start.ts',
      "new Worker(new URL('../rules/check.worker.ts', import.meta.url))",
      'sync may import only model'
    ],
    ['src/lib/sync/start.ts', "import Check from '../rules/check.ts?worker'", 'sync may import'],
    ['src/lib/sync/start.ts', "let row: import('#lib/grid/row.ts').Row", 'sync may import'],
    ['src/lib/sync/start.ts', "import { row } from '../model/row.ts'", 'write it as #lib/model/…'],
    ['src/lib/sync/start.ts', "import { row } from '$lib/model/row'", 'write #lib/'],
    ['src/server/main.ts', "import { row } from '#tests/row.ts'", 'server may import only model'],
    ['src/routes/+page.ts', "import { row } from '#lib/model/row.ts'", 'only types from model'],
    [
      'src/lib/workspace/open.ts',
      "import type { Doc } from 'yjs'",
      'the home of yjs is document, storage, sync, server; import from document or storage or sync instead'
    ],
    ['src/lib/rules/sum.ts', "import { z } from 'zod'", 'zod has no home'],
    ['src/lib/rules/sum.ts', "import { join } from 'node:path'", 'pass in what it needs instead'],
    ['src/lib/grid/mount.ts', "import { page } from '$app/state'", 'the home of $app is routes'],
    ['src/lib/shared/row.ts', "import './part.ts'", 'shared is no folder of the architecture']
  ])('%s may not say %s', (file, text, sentence) => {
    expect(complaintsOf(file, text)).toEqual([expect.stringContaining(sentence)]);
  });

  test('a word in a comment or a text is no import', () => {
    const text = "// import 'yjs'\nconst said = \"import { a } from 'yjs'\";";

    expect(importsOf('src/lib/rules/sum.ts', text)).toEqual([]);
  });

  test.each(['utils.ts', 'helpers.ts', 'types.d.ts', 'common.test.ts'])(
    '%s would be refused as a name',
    (name) => expect(name).toMatch(NAMES_THAT_SAY_NOTHING)
  );
});
