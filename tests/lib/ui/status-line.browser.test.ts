import { mount, unmount } from 'svelte';
import { expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import { OPENING_PATIENCE } from '#lib/storage/database.ts';
import type { StatusName } from '#lib/ui/status-line.ts';
import { Installation } from '#lib/workspace/installation.svelte.ts';
import { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import StatusLineAlone from '#tests/support/StatusLineAlone.svelte';
import { useDesk } from '#tests/support/desk.ts';
import { failAtCall, type Failing } from '#tests/support/failing-disk.ts';

const desk = useDesk();

let line: object | null = null;

async function takeDown(): Promise<void> {
  if (line) await unmount(line);
  line = null;
}

/** Opens a workbook with its status line on screen, in the place of another. */
async function shown(id?: string): Promise<OpenWorkbook> {
  await page.viewport(1280, 720);
  const opened = await desk.open(id ?? (await desk.stored()));
  const app = { cabinet: desk.cabinet, notices: new Notices(), installation: new Installation() };
  await takeDown();
  line = mount(StatusLineAlone, { target: document.body, props: { app, opened } });
  onTestFinished(takeDown);
  return opened;
}

function edit(opened: OpenWorkbook, text: string): void {
  const changes = [{ do: 'cell', row: 'p1-r1', column: 'target', text }] as const;
  opened.edit({ label: `改为 ${text}`, changes });
}

/** Waits until the line says something, in these words. */
async function expectStatus(status: StatusName, words: string): Promise<void> {
  await expect
    .poll(() => document.querySelector(`[data-status="${status}"]`)?.textContent ?? '', {
      interval: 20,
      timeout: 5000
    })
    .toContain(words);
}

const says = (status: StatusName) => document.querySelector(`[data-status="${status}"]`) !== null;
const help = (name: string) => page.getByRole('button', { name });

/** Presses 重试 at once, before the program tries again by itself. */
function retry(): void {
  (help('重试').element() as HTMLElement).click();
}

/** Another connection to the database of a workbook, which closes for nobody. */
async function hold(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name);
  await new Promise((resolve) => (request.onsuccess = resolve));
  onTestFinished(() => request.result.close());
  return request.result;
}

it('says 正在存 until the browser has committed the edit, and 已存本机 then', async () => {
  const opened = await shown();
  await expectStatus('saved', '已存本机');
  const database = await hold(`d.${opened.id}`);
  const busy = database.transaction('updates', 'readwrite').objectStore('updates');
  let letGo = false;
  const keepBusy = () => {
    if (!letGo) busy.count().onsuccess = keepBusy;
  };
  keepBusy();

  edit(opened, '≥14公里');
  await expectStatus('saving', '正在存到本机');
  expect(says('saved')).toBe(false);

  letGo = true;
  await expectStatus('saved', '已存本机');
});

it.each<[Failing, () => Promise<void>]>([
  ['throws', () => expectStatus('saving-damaged', '本机保存的内容有损坏')],
  ['aborts', () => expectStatus('saving-unavailable', '浏览器没能保存到本机')]
])('says what is wrong while each write %s', async (failing, expectFault) => {
  const opened = await shown();
  await expectStatus('saved', '已存本机');
  const disk = failAtCall(1, failing, Infinity);
  onTestFinished(() => disk.mend());
  edit(opened, '≥16公里');
  await expectFault();
  await expect.element(help('导出一份')).toBeVisible();

  disk.mend();
  retry();
  await expectStatus('saved', '已存本机');
});

it('says that the storage is gone where the browser has closed it, until it is open again', async () => {
  const opened = await shown();
  await expectStatus('saved', '已存本机');
  indexedDB.deleteDatabase(`d.${opened.id}`);
  await expectStatus('saving-unavailable', '修改只在这个窗口里');
  await expectStatus('saved', '已存本机');
});

it('says that another window holds the storage, which would never be answered', async () => {
  const opened = await shown();
  const held = await hold(`d.${opened.id}`);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  // It waits for the window that does not let go, and every later opening waits for it.
  indexedDB.deleteDatabase(`d.${opened.id}`);
  await vi.waitFor(() => expect(opened.saving.state).toBe('failed'));
  opened.retrySaving();
  await vi.advanceTimersByTimeAsync(OPENING_PATIENCE);
  vi.useRealTimers();
  await expectStatus('saving-blocked', '另一个窗口正在占用');

  held.close();
  retry();
  await expectStatus('saved', '已存本机');
});

it('says that the browser may clear what is only here, and shows what it answers when asked', async () => {
  await shown();
  await expectStatus('evictable', '浏览器可能清除本机内容');
  await help('允许长期保存').click();
  await expectStatus('declined', '无痕窗口关闭后内容会丢失');
});

it('says that the 文件柜 could not take a change over', async () => {
  const opened = await shown();
  desk.cabinet.catalogue.close();
  edit(opened, '≥17公里');
  await expectStatus('unlisted', '文件柜里的名称和问题数没能更新');
});

it('says that it is connecting, then offline, and how many edits wait for a server', async () => {
  const id = await desk.stored();
  const sharing = { role: 'owner', token: `owner.${'A'.repeat(43)}`, links: [] } as const;
  await desk.cabinet.catalogue.update(id, { sharing });
  const opened = await shown(id);
  await expectStatus('connecting', '正在连接');
  // Nobody knows what the server has, and no number is made up.
  await expectStatus('offline', '离线，可继续编辑');
  edit(opened, '≥18公里');
  edit(opened, '≥19公里');
  await expectStatus('offline-unsent', '离线，可继续编辑 · 待发送 2');
  expect(says('evictable')).toBe(false);

  await desk.reopen(opened);
  const again = await shown(id);
  await expectStatus('offline-unsent', '离线，可继续编辑 · 待发送 2');
  await desk.cabinet.catalogue.update(id, { sharing: { ...sharing, role: 'view', token: 'link' } });
  await vi.waitFor(() => expect(again.editable).toBe(false));
  await expectStatus('offline-unsent', '离线，可继续查看 · 待发送 2');
});

it('says that the problems are being looked for, until they are', async () => {
  const opened = await shown();
  await expectStatus('checking', '正在检查');
  await opened.checking.now();
  await expect.element(page.getByText(/^错误 \d+$/)).toBeVisible();
  expect(says('checking')).toBe(false);
});

it('keeps every sentence whole at 1280 pixels, and lets the hint go first where there is no room', async () => {
  const opened = await shown();
  await opened.checking.now();
  await desk.cabinet.askToKeep();
  await expectStatus('declined', '导出一份留底');
  const element = (selector: string) => document.querySelector<HTMLElement>(`footer ${selector}`)!;
  const isWhole = () => {
    const texts = [...document.querySelectorAll('footer .text')];
    return texts.every(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth);
  };
  const showsHint = () => element('.hint').offsetTop === element('.counts').offsetTop;
  expect([isWhole(), showsHint()]).toEqual([true, true]);

  const line = document.querySelector('footer')!;
  // As much as the sentences and the numbers take, and less than the hint besides.
  const needed = element('.end').offsetLeft + element('.counts').offsetWidth + 40;
  line.style.width = `${needed}px`;
  await expect.poll(showsHint).toBe(false);
  expect(isWhole()).toBe(true);
});
