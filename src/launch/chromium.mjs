import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { binary } from './binary.mjs';
import { capture } from './command.mjs';
import { Failure, failureOf, tail } from './failure.mjs';
import { environment } from './node.mjs';
import { timed } from './progress.mjs';

const PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge'
];
const MAC = ['Chromium', 'Google Chrome', 'Microsoft Edge'];
const WINDOWS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe'
];

/** @typedef {{ env: NodeJS.ProcessEnv, platform: NodeJS.Platform, getuid?: () => number }} Computer */

/**
 * Makes sure that tests have a Chromium and their pictures a Chinese font: the one named by
 * JIBIAO_CHROMIUM, an installed one, the system's package where it may be installed, Playwright's.
 * @param {string} root the project's folder
 * @param {string} node path of the Node to use
 * @param {Computer} computer
 * @returns {Promise<string | undefined>} path of the program; undefined means Playwright's own
 * @throws {import('./failure.mjs').Failure} when there is none and none can be installed
 */
export async function ensureChromium(root, node, computer = process) {
  const present = await findChromium(computer);
  const packages = [
    ...(present ? [] : ['chromium']),
    ...((await hasChineseFont(computer)) ? [] : ['fontconfig', 'fonts-noto-cjk'])
  ];
  if (packages.length > 0 && mayUseApt(computer)) await aptInstall(packages, computer.env);
  if (!(await hasChineseFont(computer))) {
    console.error('没有中文字体，截图里的汉字会显示为方框：请安装 fonts-noto-cjk 或其他中文字体。');
  }
  return present ?? (await findChromium(computer)) ?? (await installPlaywrights(root, node));
}

/**
 * @param {Computer} computer
 * @returns {Promise<string | undefined>} path of the first installed Chromium that starts
 */
export async function findChromium(computer) {
  for (const path of candidates(computer)) {
    if (existsSync(path) && (await starts(path, computer.platform))) return path;
  }
  return undefined;
}

/**
 * @param {Computer} computer
 * @returns {string[]}
 */
function candidates({ env, platform }) {
  const named = env.JIBIAO_CHROMIUM ? [env.JIBIAO_CHROMIUM] : [];
  if (platform === 'darwin') {
    return [...named, ...MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)];
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
    const paths = WINDOWS.flatMap((end) => folders.map((folder) => folder && `${folder}\\${end}`));
    return [...named, ...paths.filter((path) => path !== undefined)];
  }
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...named, ...PROGRAMS.flatMap((name) => folders.map((folder) => join(folder, name)))];
}

/**
 * Ubuntu's chromium-browser may be a stub that only asks for another package.
 * @param {string} path
 * @param {NodeJS.Platform} platform
 */
async function starts(path, platform) {
  // There the version is not printed but a window opened.
  if (platform === 'win32') return true;
  return (await capture(path, ['--version'])).code === 0;
}

/** @param {Computer} computer */
async function hasChineseFont({ env, platform }) {
  if (platform !== 'linux') return true;
  const { code, output } = await capture('/bin/sh', ['-c', 'fc-list :lang=zh'], { env });
  return code === 0 && output.trim() !== '';
}

/** @param {Computer} computer */
function mayUseApt({ env, platform, getuid }) {
  const folders = (env.PATH ?? '').split(delimiter);
  const present = folders.some((folder) => existsSync(join(folder, 'apt-get')));
  return platform === 'linux' && getuid?.() === 0 && present;
}

/**
 * What apt cannot install is looked for elsewhere.
 * @param {string[]} packages
 * @param {NodeJS.ProcessEnv} surroundings
 */
async function aptInstall(packages, surroundings) {
  const env = { ...surroundings, DEBIAN_FRONTEND: 'noninteractive' };
  await timed(`安装系统软件包 ${packages.join('、')}`, async () => {
    await capture('apt-get', ['update'], { env });
    for (const name of packages) {
      const { code, output } = await capture('apt-get', ['install', '-y', name], { env });
      if (code !== 0) console.error(failureOf(`安装 ${name}`, output).message);
    }
  });
}

/**
 * @param {string} root
 * @param {string} node
 * @returns {Promise<undefined>}
 */
async function installPlaywrights(root, node) {
  const args = [binary(root, 'playwright'), 'install', 'chromium'];
  await timed('下载测试用的 Chromium', async () => {
    const { code, output } = await capture(node, args, {
      cwd: root,
      env: environment(root, node)
    });
    if (code !== 0) throw new Failure(`${tail(output)}\n\n${MISSING}`);
  });
  return undefined;
}

const MISSING =
  '测试需要 Chromium：请安装 Chromium、Chrome 或 Edge，或用环境变量 JIBIAO_CHROMIUM 指出它的位置，再重试。';
