import { realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { binary } from '../../src/launch/binary.mjs';
import { put, scratchFolder } from './scratch.ts';

test('a tool is the script that its link or its Windows batch file names', () => {
  const root = realpathSync(scratchFolder());
  const script = join(root, 'node_modules/vite/bin/vite.js');
  put(script, '');
  put(
    join(root, 'node_modules/.bin/vite.cmd'),
    '@ECHO off\r\n"%_prog%"  "%dp0%\\..\\vite\\bin\\vite.js" %*\r\n'
  );
  symlinkSync('../vite/bin/vite.js', join(root, 'node_modules/.bin/vite'));

  expect(binary(root, 'vite', 'linux')).toBe(script);
  expect(binary(root, 'vite', 'win32')).toBe(script);
  expect(() => binary(root, 'tsc', 'linux')).toThrow('没有找到工具 tsc');
});
