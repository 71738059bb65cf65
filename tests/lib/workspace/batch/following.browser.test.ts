import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { exportJson } from '#lib/exporters/json.ts';
import { Batch } from '#lib/workspace/batch/batch.svelte.ts';
import { followStored } from '#lib/workspace/batch/following.ts';
import { storePaper } from '#lib/workspace/batch/storing.ts';
import { Cabinet } from '#lib/workspace/cabinet.svelte.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

let cabinet: Cabinet;
let batch: Batch;

beforeEach(async () => {
  cabinet = await Cabinet.open();
  batch = new Batch([new File([exportJson(smallWorkbook())], '水务局.json')], 'zh');
  await vi.waitFor(() => expect(batch.running).toBe(false), 20_000);
});

afterEach(() => batch.stop());

it('a paper whose check was cancelled is checked the next time', async () => {
  const [paper] = batch.papers;
  const { id } = (await storePaper(paper!, cabinet)) as { readonly id: string };
  await vi.waitFor(() => expect(cabinet.entries?.some((one) => one.id === id)).toBe(true));

  const leaving = new AbortController();
  const left = followStored(batch, cabinet, leaving.signal);
  leaving.abort();
  await expect(left).rejects.toThrow();
  expect(paper!.stored?.paper).toBeNull();

  await followStored(batch, cabinet, new AbortController().signal);
  expect(paper!.stored?.paper).toMatchObject({ title: smallWorkbook().title });
});
