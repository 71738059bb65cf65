import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SUMMARY_VERSION, type WorkbookSummary } from '#lib/model/summary/summary.ts';
import { readSummary, writeSummary } from '#lib/model/summary/summary-text.ts';
import { DeviceSummary } from '#lib/workspace/summary/device-summary.svelte.ts';
import { openPackage, packageFile } from '#lib/workspace/sync-packages.ts';
import { damage } from '#tests/support/damaged-document.ts';
import { useDesk } from '#tests/support/desk.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const desk = useDesk();
const { stored, open } = desk;

let summary: DeviceSummary;
let stop: () => void;

beforeEach(() => {
  summary = new DeviceSummary(desk.cabinet);
  stop = summary.start();
});
afterEach(() => stop());

const catalogue = () => desk.cabinet.catalogue;

/** What the device keeps of a workbook for 汇总. */
async function kept(id: string): Promise<WorkbookSummary> {
  return readSummary((await catalogue().summary(id))!.text);
}

const shown = (id: string) => summary.workbooks?.find((one) => one.id === id);
const amountsOf = ({ projects }: WorkbookSummary) => projects.map(({ amount }) => amount);

const setBudget = (text: string) => ({
  label: `预算数改为 ${text}`,
  changes: [{ do: 'field', sheet: 'p1', field: 'budget', text } as const]
});

/** Puts another text where a workbook's summary stood, as another version of the program would have. */
async function replaceKept(id: string, version: number, text: string): Promise<void> {
  const { editedAt } = (await catalogue().get(id))!;
  await catalogue().putSummaries([{ id, version, editedAt, text }]);
}

describe('the summary of the device', () => {
  it('has a workbook as soon as it is stored', async () => {
    const id = await stored();
    const { version, editedAt } = (await catalogue().summary(id))!;
    expect(version).toBe(SUMMARY_VERSION);
    expect(editedAt).toBe((await catalogue().get(id))!.editedAt);
    await vi.waitFor(() =>
      expect(shown(id)).toMatchObject({ year: 2026, units: ['青泉县水务局'] })
    );
    expect(amountsOf(shown(id)!)).toEqual(['36', '36']);
    expect(shown(id)!.problems.length).toBeGreaterThan(0);
  });

  it('hears of an edit once the workbook is at rest', async () => {
    const id = await stored();
    const opened = await open(id);
    opened.edit(setBudget('40'));
    opened.edit(setBudget('50'));
    await vi.waitFor(async () => expect(amountsOf(await kept(id))).toEqual(['50', '36']), 10_000);
    await vi.waitFor(() => expect(amountsOf(shown(id)!)).toEqual(['50', '36']));
    expect((await catalogue().summary(id))!.editedAt).toBe((await catalogue().get(id))!.editedAt);
  });

  it('hears of an edit at the latest when the workbook is closed', async () => {
    const id = await stored();
    const opened = await open(id);
    opened.edit(setBudget('50'));
    await desk.reopen(opened);
    expect(amountsOf(await kept(id))).toEqual(['50', '36']);
  });

  it('leaves a deleted workbook out, and has it again when it comes back', async () => {
    const id = await stored();
    await vi.waitFor(() => expect(shown(id)).toBeDefined());
    await desk.cabinet.delete(id);
    await vi.waitFor(() => expect(shown(id)).toBeUndefined());
    await desk.cabinet.restore(id);
    await vi.waitFor(() => expect(shown(id)).toBeDefined());
  });

  it('keeps nothing of a workbook that is gone', async () => {
    const id = await stored();
    const written = (await catalogue().summary(id))!;
    await catalogue().remove(id);
    expect(await catalogue().summary(id)).toBeUndefined();
    await catalogue().putSummaries([written]);
    expect(await catalogue().summary(id)).toBeUndefined();
  });

  it('has the workbook that a sync package brings', async () => {
    const id = await stored();
    const file = await packageFile(desk.cabinet, id, '');
    await catalogue().remove(id);
    expect((await openPackage(desk.cabinet, file, '')).ok).toBe(true);
    expect(amountsOf(await kept(id))).toEqual(['36', '36']);
  });

  it('counts workbooks anew whose summaries an older version wrote, and says how many', async () => {
    const ids = [await stored(), await stored()];
    for (const id of ids) await replaceKept(id, SUMMARY_VERSION - 1, '{"form":"2009"}');
    await vi.waitFor(() => expect(summary.missing).toBe(2));
    for (const id of ids) expect(shown(id)).toBeUndefined();
    await vi.waitFor(() => expect(summary.missing).toBe(0), 20_000);
    for (const id of ids) expect(amountsOf(shown(id)!)).toEqual(['36', '36']);
  });

  it('counts a workbook anew that was edited where its summary could not be kept', async () => {
    const id = await stored();
    const before = (await catalogue().summary(id))!;
    const opened = await open(id);
    opened.edit(setBudget('50'));
    await desk.reopen(opened);
    await catalogue().putSummaries([before]);
    await vi.waitFor(() => expect(amountsOf(shown(id)!)).toEqual(['36', '36']));
    await vi.waitFor(() => expect(amountsOf(shown(id)!)).toEqual(['50', '36']), 20_000);
    expect(summary.missing).toBe(0);
  });

  it('says how many workbooks cannot be read, and goes on without them', async () => {
    const [lost, good] = [await stored(), await stored()];
    await damage(`d.${lost}`);
    for (const id of [lost, good]) await replaceKept(id, SUMMARY_VERSION - 1, '');
    await vi.waitFor(() => expect(summary.unread).toBe(1), 20_000);
    await vi.waitFor(() => expect(shown(good)?.title).toBe(smallWorkbook().title), 20_000);
    expect(shown(lost)).toBeUndefined();
    expect(summary.missing).toBe(0);
  });

  it('says the titles of rules in the language of the interface, whatever they were counted in', async () => {
    const id = await stored();
    await vi.waitFor(() => expect(shown(id)!.problems.length).toBeGreaterThan(0));
    const { problems } = await kept(id);
    const [first] = problems;
    const { editedAt } = (await catalogue().get(id))!;
    const told = { ...(await kept(id)), problems: [{ ...first!, title: 'Told in English' }] };
    await catalogue().putSummaries([
      { id, version: SUMMARY_VERSION, editedAt, text: writeSummary(told) }
    ]);
    await vi.waitFor(() => expect(shown(id)!.problems).toHaveLength(1));
    await vi.waitFor(() => expect(shown(id)!.problems[0]!.title).toBe(first!.title));
  });
});
