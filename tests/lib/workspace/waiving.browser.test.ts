import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '#lib/model/problem.ts';
import { removeDocument } from '#lib/storage/removal.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { useDesk } from '#tests/support/desk.ts';

const REASON = '以前年度结转项目';

const desk = useDesk();
const { stored } = desk;

/** Opens a workbook and waits until the rules have run. */
async function open(id: string): Promise<OpenWorkbook> {
  const one = await desk.open(id);
  await vi.waitFor(() => expect(one.checking.done).toBe(true));
  return one;
}

afterEach(() => void vi.restoreAllMocks());

function missing(one: OpenWorkbook): Problem {
  const found = one.checking.problems.find(
    ({ code, place }) => code === 'missing-output-l2' && place.sheet === 'p1'
  );
  if (!found) throw new Error('nothing is missing');
  return found;
}

const waived = async (one: OpenWorkbook) => {
  await one.checking.now();
  return missing(one).waived;
};

describe('waiving', () => {
  it('is signed with name and time, and there again after the workbook was closed', async () => {
    const id = await stored();
    const one = await open(id);
    const { warning, error } = one.checking.counts;
    expect(one.waiving.waive(missing(one), ` ${REASON} `)).toBe(true);
    await vi.waitFor(() =>
      expect(one.checking.counts.error + one.checking.counts.warning).toBe(error + warning - 1)
    );
    await vi.waitFor(() => expect(one.saving.state).toBe('saved'));
    await one.close();
    const again = await open(id);
    const [waiver] = again.workbook.waivers;
    expect(waiver).toMatchObject({ reason: REASON, by: '王芳', code: 'missing-output-l2' });
    expect(Date.parse(waiver!.at)).toBeGreaterThan(Date.now() - 60_000);
    expect(await waived(again)).toBe(waiver!.id);
    expect(again.undoLabel).toContain('豁免');
  });

  it('is not said to be saved before the device has the comments', async () => {
    const one = await open(await stored());
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    one.waiving.waive(missing(one), REASON);
    expect((await one.settled()).state).toBe('failed');
    add.mockRestore();
    expect((await one.settled()).state).toBe('saved');
  });

  it('is seen in the other window of the same browser, and withdrawn there', async () => {
    const id = await stored();
    const [here, there] = [await open(id), await open(id)];
    here.waiving.waive(missing(here), REASON);
    await vi.waitFor(async () => expect(await waived(there)).toBeDefined());
    expect(there.waiving.withdraw((await waived(there))!)).toBe(true);
    await vi.waitFor(async () => expect(await waived(here)).toBeUndefined());
    expect(here.waiving.withdraw('unknown')).toBe(false);
  });

  it('of what is waived already, or is not there as it was shown, does nothing', async () => {
    const one = await open(await stored());
    const problem = missing(one);
    expect(one.waiving.waive({ ...problem, message: '别的话' }, REASON)).toBe(false);
    expect(one.waiving.waive(problem, REASON)).toBe(true);
    expect(one.waiving.waive(problem, REASON)).toBe(false);
    expect(one.workbook.waivers).toHaveLength(1);
  });

  it('is allowed to who may comment, without a note in the log, and not to who may only look', async () => {
    const one = await open(await stored());
    const before = one.history.entries.length;
    one.connection.share({ role: 'view', token: 'view', links: [] });
    expect(one.waiving.allowed).toBe(false);
    expect(one.waiving.waive(missing(one), REASON)).toBe(false);
    one.connection.share({ role: 'comment', token: 'comment', links: [] });
    expect(one).toMatchObject({ waiving: { allowed: true }, editable: false });
    expect(one.waiving.waive(missing(one), REASON)).toBe(true);
    expect(await waived(one)).toBeDefined();
    expect(one.history.entries).toHaveLength(before);
    expect(one.waiving.withdraw((await waived(one))!)).toBe(true);
    expect(await waived(one)).toBeUndefined();
  });

  it('is taken back by who may comment where it is their own, and not where a colleague signed it', async () => {
    const one = await open(await stored());
    one.waiving.waive(missing(one), REASON);
    one.connection.share({ role: 'comment', token: 'comment', links: [] });
    await desk.cabinet.profile.rename('李明');
    expect(await waived(one)).toBeDefined();
    expect(one.waiving.withdrawable(missing(one))).toBe(false);
    expect(one.waiving.withdraw((await waived(one))!)).toBe(false);
    expect(await waived(one)).toBeDefined();
    await desk.cabinet.profile.rename('王芳');
    expect(one.waiving.withdrawable(missing(one))).toBe(true);
    one.connection.share({ role: 'view', token: 'view', links: [] });
    expect(one.waiving.withdrawable(missing(one))).toBe(false);
  });
});

describe('the waivers of a workbook', () => {
  it('go along with its copy', async () => {
    const id = await stored();
    const one = await open(id);
    one.waiving.waive(missing(one), REASON);
    await one.settled();
    const copied = await desk.cabinet.duplicate(id);
    if (!copied.ok) throw new Error('not duplicated');
    const copy = await open(copied.id);
    expect(copy.workbook.waivers).toEqual(one.workbook.waivers);
    expect(await waived(copy)).toBeDefined();
  });

  it('are none where it was stored before there were any', async () => {
    const id = await stored();
    await removeDocument(`c.${id}`);
    const old = await open(id);
    expect(old.loaded).toBe(true);
    expect(old.workbook.sheets.map(({ id }) => id)).toEqual(['s1', 'p1', 'p2']);
    expect(old.workbook.waivers).toEqual([]);
    expect(old.waiving.waive(missing(old), REASON)).toBe(true);
    expect((await old.settled()).state).toBe('saved');
  });
});
