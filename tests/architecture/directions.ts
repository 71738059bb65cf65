import { posix } from 'node:path';
import type { Import } from './imports.ts';

/** The folders of src, and which other folders each may import. */
export const DIRECTIONS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  messages: ['model'],
  document: ['model'],
  rules: ['model'],
  importers: ['model', 'messages'],
  exporters: ['model'],
  formulas: ['model'],
  storage: ['model'],
  sync: ['model'],
  grid: ['model'],
  workspace: [
    'model',
    'document',
    'rules',
    'importers',
    'exporters',
    'formulas',
    'storage',
    'sync',
    'messages'
  ],
  ui: ['workspace', 'grid', 'model'],
  routes: ['ui', 'workspace', 'model', 'app'],
  server: ['model'],
  cli: ['importers', 'rules', 'exporters', 'model'],
  'service-worker': [],
  launch: [],
  app: ['messages']
};

/** Folders of which another may import the types, but no value. */
const TYPES_ONLY: Readonly<Record<string, readonly string[]>> = { routes: ['model'] };

/** Each third-party library's home; more than one folder is an exception. */
export const HOMES: Readonly<Record<string, readonly string[]>> = {
  '@hocuspocus/provider': ['sync'],
  '@hocuspocus/server': ['server'],
  '@ironcalc/wasm': ['formulas'],
  '@lucide/svelte': ['ui'],
  '@wuchale/svelte': ['messages'],
  crossws: ['server'],
  'decimal.js': ['model'],
  dexie: ['storage'],
  'fast-diff': ['document'],
  domhandler: ['importers'],
  fflate: ['importers', 'exporters'],
  'fractional-indexing': ['document'],
  handsontable: ['grid'],
  htmlparser2: ['importers'],
  lib0: ['document', 'storage', 'sync', 'server'],
  numfmt: ['importers'],
  papaparse: ['importers'],
  'pdfjs-dist': ['importers'],
  qr: ['sync'],
  sirv: ['server'],
  svelte: ['messages', 'workspace', 'grid', 'ui', 'routes'],
  valibot: ['model'],
  vite: ['messages'],
  'workbox-precaching': ['service-worker'],
  'workbox-routing': ['service-worker'],
  wuchale: ['messages'],
  'y-indexeddb': ['storage'],
  'y-protocols': ['sync', 'server'],
  yjs: ['document', 'storage', 'sync', 'server']
};

/** What Node and the framework themselves offer, and where it exists. */
const PLATFORM: Readonly<Record<string, readonly string[]>> = {
  node: ['server', 'cli', 'launch', 'messages'],
  $app: ['routes', 'ui', 'workspace'],
  $env: ['routes', 'ui', 'workspace'],
  '$service-worker': ['service-worker'],
  'virtual:english-messages': ['messages']
};

/**
 * What is wrong with one import, as a sentence that says what to import instead.
 * @param file path from the project's folder, such as src/lib/rules/funding-sum.ts
 * @returns undefined when the import is right
 */
export function complaint(file: string, wanted: Import): string | undefined {
  const { specifier } = wanted;
  const area = areaOf(file);
  const allowed = DIRECTIONS[area];
  const says = (sentence: string) => `${file} imports ${specifier}: ${sentence}`;
  if (allowed === undefined) return `${file}: ${area} is no folder of the architecture`;
  if (specifier.startsWith('$lib')) return says('write #lib/ and the ending, as Node does');
  const target = targetOf(file, specifier);
  if (target === undefined) return strangerComplaint(area, allowed, specifier, says);
  if (target === area) return undefined;
  if (!allowed.includes(target)) return says(directionSentence(area, allowed, target));
  if (!wanted.typeOnly && TYPES_ONLY[area]?.includes(target)) {
    return says(`${area} may import only types from ${target}; let workspace hand it the value`);
  }
  if (specifier.startsWith('.') && target !== 'app') return says(`write it as #lib/${target}/…`);
  return undefined;
}

/** The folder that a file under src belongs to; files of src itself belong to `app`. */
function areaOf(file: string): string {
  const [, first = '', second = ''] = file.split('/');
  if (first === 'lib') return second;
  if (first.startsWith('service-worker')) return 'service-worker';
  return file.split('/').length > 2 ? first : 'app';
}

/** The folder that an import of the project's own points to; undefined for all others. */
function targetOf(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return areaOf(posix.join(posix.dirname(file), specifier));
  return specifier.startsWith('#') ? areaOf(`src/${specifier.slice(1)}`) : undefined;
}

function directionSentence(area: string, allowed: readonly string[], target: string): string {
  const above = Object.keys(DIRECTIONS).filter(
    (folder) => DIRECTIONS[folder]?.includes(area) && DIRECTIONS[folder]?.includes(target)
  );
  const joined = above.length > 0 ? `, or let ${above.join(' or ')} bring the two together` : '';
  if (allowed.length === 0)
    return `${area} imports no other folder; pass in what it needs${joined}`;
  const list = allowed.join(', ');
  return `${area} may import only ${list}; take what it needs from ${list}${joined}`;
}

function strangerComplaint(
  area: string,
  allowed: readonly string[],
  specifier: string,
  says: (sentence: string) => string
): string | undefined {
  const name = packageOf(specifier);
  const homes = PLATFORM[name] ?? HOMES[name];
  if (homes === undefined) return says(`${name} has no home; name its one folder in HOMES`);
  if (homes.includes(area)) return undefined;
  const near = homes.filter((home) => allowed.includes(home));
  const instead = near.length > 0 ? `import from ${near.join(' or ')}` : 'pass in what it needs';
  return says(`the home of ${name} is ${homes.join(', ')}; ${instead} instead`);
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node';
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}
