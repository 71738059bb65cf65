import { afterEach, beforeEach, expect, it } from 'vitest';
import { Cabinet } from '#lib/workspace/cabinet.svelte.ts';
import { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { View } from '#lib/workspace/view.svelte.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

let cabinet: Cabinet;
let id: string;
const opened: OpenWorkbook[] = [];

beforeEach(async () => {
  cabinet = await Cabinet.open();
  const result = await cabinet.add(smallWorkbook(), '导入');
  if (!result.ok) throw new Error('the device keeps nothing');
  ({ id } = result);
});

afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function open(): Promise<OpenWorkbook> {
  const one = await OpenWorkbook.open(cabinet, id);
  if (!one) throw new Error(`no workbook ${id}`);
  opened.push(one);
  return one;
}

it('lets who asks for the first problem wait for the rules, which are not there yet', async () => {
  const one = await open();
  expect(one.checking.done).toBe(false);
  const view = new View(one, 'p1');
  expect(await view.stepProblem(1, false)).toBe(true);
  expect(view.problem?.place.sheet).toBe('p1');
});

it('leaves the counts in the cabinet right where a workbook is closed before it was checked', async () => {
  const { counts } = (await cabinet.catalogue.get(id))!;
  const one = await open();
  await one.close();
  expect((await cabinet.catalogue.get(id))!.counts).toEqual(counts);
  expect(counts.warning).toBeGreaterThan(0);
});

it('tells problems in the language in which the workbook was opened', async () => {
  cabinet.profile.chooseLanguage('en');
  const english = await open();
  cabinet.profile.chooseLanguage('zh');
  const chinese = await open();
  await Promise.all([english.checking.now(), chinese.checking.now()]);
  const isChinese = ({ title }: { readonly title: string }) => /\p{Script=Han}/u.test(title);
  expect(english.checking.problems.some(isChinese)).toBe(false);
  expect(chinese.checking.problems.every(isChinese)).toBe(true);
  expect(english.checking.problems.map(({ code }) => code)).toEqual(
    chinese.checking.problems.map(({ code }) => code)
  );
});
