import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { binary } from './binary.mjs';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { capture, passThrough } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { main, root } from './main.mjs';
import { environment, findNode } from './node.mjs';
import { closingLine, playwrightCounts, vitestCounts } from './reports.mjs';
import { runStages } from './steps.mjs';

const REPORTS = { vitest: '.cache/vitest.json', playwright: '.cache/playwright.json' };
/** Static checks that run side by side; each alone keeps about one core busy. */
const WIDTH = 2;

/** @typedef {(name: string, args: string[]) => Promise<number>} Tool answers the exit code */

// usage: npm test
await main(async () => {
  await ensureInstalled(root);
  const node = findNode(root);
  const chromium = await ensureChromium(root, node);
  for (const report of Object.values(REPORTS)) rmSync(join(root, report), { force: true });
  const results = await runStages(stages(toolbox(node, chromium)), WIDTH, console.log);
  const failed = results.filter((result) => !result.passed);
  console.log(`\n${results.map(({ name, time }) => `${name} ${time}`).join('，')}`);
  for (const { name } of failed) console.log(`没有通过：${name}`);
  const counts = [
    vitestCounts(join(root, REPORTS.vitest)),
    playwrightCounts(join(root, REPORTS.playwright))
  ];
  // A step that failed without a failed test of its own (a check, a crash) counts as one.
  const uncounted = counts.every((each) => each.failed === 0) ? failed.length : 0;
  console.log(closingLine([...counts, { passed: 0, failed: uncounted, skipped: 0 }]));
  return failed.length === 0 ? 0 : 1;
});

/**
 * @param {ReturnType<typeof toolbox>} tools
 * @returns {import('./steps.mjs').Step[][]}
 */
function stages({ build, quiet, shown }) {
  const projects = ['--project=node', '--project=chromium'];
  const vitest = ['run', ...projects, '--reporter=default', '--reporter=json'];
  return [
    [{ name: '准备', run: () => quiet('svelte-kit', ['sync']) }],
    [
      { name: '类型', run: () => quiet('svelte-check', ['--fail-on-warnings']) },
      { name: '规范', run: () => quiet('eslint', ['--max-warnings', '0', '.']) },
      // Apart from the pages: its globals are a worker's.
      {
        name: '离线外壳的类型',
        run: () => quiet('tsc', ['-p', 'src/service-worker.tsconfig.json'])
      },
      { name: '格式', run: () => quiet('prettier', ['--check', '--log-level', 'warn', '.']) },
      { name: '构建', run: build }
    ],
    [
      {
        name: '单元与性质',
        run: () => shown('vitest', [...vitest, `--outputFile.json=${REPORTS.vitest}`])
      }
    ],
    [
      {
        name: '端到端',
        run: () => shown('playwright', ['test', '--grep-invert=@long', '--reporter=list,json'])
      }
    ]
  ];
}

/**
 * The ways in which a step runs a tool.
 * @param {string} node path of the Node to use
 * @param {string | undefined} chromium path of the browser
 */
function toolbox(node, chromium) {
  const env = {
    ...environment(root, node),
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, REPORTS.playwright),
    ...(chromium === undefined ? {} : { JIBIAO_CHROMIUM: chromium })
  };
  const options = { cwd: root, env };
  return {
    /** Prints only what a failing tool said. @type {Tool} */
    quiet: async (tool, args) => {
      const { code, output } = await capture(node, [binary(root, tool), ...args], options);
      if (code !== 0) console.log(output);
      return code;
    },
    /** @type {Tool} */
    shown: (tool, args) => passThrough(node, [binary(root, tool), ...args], options),
    build: async () => {
      await ensureBuilt(root, node);
      return 0;
    }
  };
}
