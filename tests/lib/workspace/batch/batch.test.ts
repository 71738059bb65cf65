import { afterEach, expect, it, vi } from 'vitest';
import { Batch } from '#lib/workspace/batch/batch.svelte.ts';
import { rememberPath } from '#lib/workspace/file-path.ts';

afterEach(() => vi.unstubAllGlobals());

it('gives up a paper for which no Worker can be started, and does not take it up again', async () => {
  const files = ['水务局.txt', '林业局.txt', '教育局.txt'].map((name) => {
    const file = new File(['一、'], name);
    rememberPath(file, name);
    return file;
  });
  let asked = 0;
  const refused = class {
    constructor() {
      asked += 1;
      // Without this a batch that never ends would keep the test from ever failing.
      if (asked > files.length) batch.stop();
      throw new DOMException('The document may not start a Worker', 'SecurityError');
    }
  };
  vi.stubGlobal('Worker', refused);

  const batch = new Batch(files, 'zh');
  await vi.waitFor(() => expect(batch.running).toBe(false));

  expect(asked).toBe(files.length);
  expect(batch.papers.map(({ refusal }) => refusal)).toEqual(
    files.map(() => '检查这个文件时出错，请单独导入它。')
  );
});
