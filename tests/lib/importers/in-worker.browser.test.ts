import { expect, test } from 'vitest';
import { importInWorker } from '#lib/importers/in-worker.ts';
import { MAX_BYTES } from '#lib/importers/refusal.ts';
import paper from '#tests/samples/pdf-rows/input.txt?raw';

test('pasted text is imported in a Worker', async () => {
  const result = await importInWorker({ text: paper, html: '' });

  expect(result).toMatchObject({
    ok: true,
    workbook: { title: '白石县交通运输局2025年部门预算绩效文本' }
  });
});

test('a file is imported in a Worker', async () => {
  const result = await importInWorker(new File([paper], '绩效.txt'));

  expect(result).toMatchObject({ ok: true, workbook: { region: '139903', year: 2025 } });
});

test('a file that is too large is refused and never read', async () => {
  const file = new File([], '大.txt');
  Object.defineProperty(file, 'size', { value: MAX_BYTES + 1 });
  const read = { asked: false };
  Object.defineProperty(file, 'arrayBuffer', { value: () => (read.asked = true) });

  expect(await importInWorker(file)).toMatchObject({ ok: false, reason: 'too-large' });
  expect(read.asked).toBe(false);
});

test('a cancelled import rejects with the reason', async () => {
  const controller = new AbortController();
  const result = importInWorker(new File([paper.repeat(50)], '长.txt'), controller.signal);

  controller.abort(new Error('已取消'));

  await expect(result).rejects.toThrow('已取消');
});
