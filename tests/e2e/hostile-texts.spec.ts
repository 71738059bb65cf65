import { readFile } from 'node:fs/promises';
import { packedDocuments } from '#lib/sync/package/documents.ts';
import { writePackage } from '#lib/sync/package/package.ts';
import { formatSyncLink, newOwnerKey } from '#lib/sync/link.ts';
import { linkToken, ownerToken } from '#lib/sync/token.ts';
import { connect, syncAddress } from '#lib/sync/connection.ts';
import { claim, createLink } from '#lib/sync/sharing.ts';
import { saidOn, watchForAttacks } from '#tests/support/attacks.ts';
import { chooseFiles, paperFile } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { HOSTILE, MANY } from '#tests/support/hostile-texts.ts';
import { hostileDocuments } from '#tests/support/hostile-workbook.ts';
import { visit } from '#tests/support/visit.ts';
import { cell, expectSynced, outlineEntry } from '#tests/support/workbook-page.ts';

/** Waits until texts that begin with these words are there to be read, markup and all. */
async function expectShown(page: Page, ...words: readonly string[]): Promise<void> {
  await expect
    .poll(async () => {
      const said = await saidOn(page);
      return words.filter((word) => !said.includes(`${word}${HOSTILE}`));
    }, `not shown on ${page.url()}`)
    .toEqual([]);
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Looks at what a dialog shows, and closes it. */
async function lookAt(page: Page, ...words: readonly string[]): Promise<void> {
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectShown(page, ...words);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Opens what the export menu hands out as a page of its own, without any policy that would protect it. */
async function openExported(page: Page, format: string | RegExp): Promise<Page> {
  const download = page.waitForEvent('download');
  await button(page, '导出').click();
  await page.getByRole('menuitem', { name: format }).click();
  const html = await readFile(await (await download).path(), 'utf8');
  const opened = await page.context().newPage();
  await opened.setContent(html);
  return opened;
}

test('whatever another person writes wherever they can is shown as text, and nothing more', async ({
  page,
  context,
  server
}) => {
  const attacks = await watchForAttacks(context);
  const { document: written, d, c, h } = await hostileDocuments();
  const documents = { d, c, h };
  const { origin } = server;
  const workbook = written.workbook.id;
  const owner = { workbook, ownerKey: newOwnerKey() };
  expect(await claim(origin, owner)).toMatchObject({ ok: true });
  const made = await createLink(origin, owner, {
    role: 'edit',
    expires: null,
    label: `链接${HOSTILE}`
  });
  if (!made.ok) throw new Error(made.reason);
  const colleague = connect({
    url: syncAddress(origin),
    workbook,
    documents,
    token: linkToken(made.link)
  });
  const at = { colour: 'red;background:url(attacked)', sheet: 'p1', row: 'p1-r1', column: 'basis' };
  colleague.setPresence({ name: `在线${HOSTILE}`, ...at });

  await test.step('the sheets', async () => {
    await page.goto(formatSyncLink(origin, made.link));
    await expectSynced(page);
    await outlineEntry(page, /章节/).click();
    await expectShown(page, '工作簿', '章节', '正文', '项目表');
    await outlineEntry(page, '__proto__').click();
    await expectShown(page, '列', '自由', '注');
    await expect(page.getByRole('columnheader', { name: '__proto__' }).first()).toBeVisible();
    await outlineEntry(page, /项目表/).click();
    await expectShown(page, '项目名', '用途', '目标', '指标值', '改后');
    await cell(page, 1, '指标值').click();
    await expectShown(page, '规则');
  });

  await test.step('the side panel', async () => {
    await button(page, /^已豁免/).click();
    await expectShown(page, '理由', '规则', '姓名甲');
    await tab(page, '批注').click();
    await expectShown(page, '姓名甲');
    await page.getByRole('list', { name: '批注', exact: true }).getByRole('button').first().click();
    await expect.poll(() => saidOn(page)).toContain(MANY);
    await tab(page, '成员').click();
    await expectShown(page, '在线');
    await tab(page, '历史').click();
    await expectShown(page, '标签', '豁免', '姓名甲', '姓名乙');
    await expect.poll(() => saidOn(page)).toContain(`同格姓名`);
  });

  await test.step('the history', async () => {
    await button(page, /^回收站/).click();
    await lookAt(page, '删掉的表', '姓名甲');
    await button(page, /^版本 \d/).click();
    await expectShown(page, '版本', '姓名甲');
    await page.getByRole('list', { name: '版本' }).getByRole('button', { name: '比较' }).click();
    await lookAt(page, '改后');
    await cell(page, 2, '绩效指标描述').click({ button: 'right' });
    await page.getByRole('menuitem', { name: '谁改的…' }).click();
    await expectShown(page, '改后', '姓名甲');
  });

  await test.step('the review', async () => {
    await expectShown(page, '退回');
    await page.getByRole('banner').getByRole('button', { name: '已退回' }).click();
    await lookAt(page, '送审', '审定', '解锁', '退回', '迟到');
  });

  await test.step('the settings of the workbook', async () => {
    await button(page, '属性').click();
    await expectShown(page, '部门', '地区', '封面', '目录');
    await button(page, '规则设置…').click();
    await page.getByText('自定义规则 1', { exact: true }).click();
    await expectShown(page, '规则');
    await button(page, '返回工作簿').click();
  });

  await test.step('what is handed out', async () => {
    await page.pdf();
    for (const format of ['网页', '审核意见（网页）']) {
      const opened = await openExported(page, new RegExp(`^${format}`));
      await expectShown(opened, ...(format === '网页' ? ['正文', '用途', '封面'] : ['规则']));
      await opened.close();
    }
  });

  await test.step('the 文件柜, packages and files', async () => {
    await visit(page);
    await expectShown(page, '工作簿', '姓名甲');
    const packed = {
      ...{ workbook, title: `包${HOSTILE}`, by: `寄件人${HOSTILE}`, at: new Date().toISOString() },
      documents: packedDocuments(documents)
    };
    const file = { name: `文件${HOSTILE}.jibiao`, mimeType: 'application/octet-stream' };
    const buffer = Buffer.from(await writePackage(packed));
    await page.getByLabel('选择同步包').setInputFiles([{ ...file, buffer }]);
    await lookAt(page, '工作簿', '寄件人');
    const paper = `工作簿${HOSTILE}\n一、章节${HOSTILE}\n${MANY}`;
    await chooseFiles(page, paperFile(`纸${HOSTILE}`, paper));
    await expectShown(page, '纸');
  });

  await test.step('the links', async () => {
    await page.goto(`${origin}/s#${ownerToken(owner.ownerKey).replace('.', `.${workbook}.`)}`);
    await expectSynced(page);
    await button(page, '生成同步链接').click();
    await expectShown(page, '链接');
  });

  colleague.disconnect();
  expect(attacks).toEqual([]);
  // What watches does see markup that is more than text.
  await page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), MANY);
  await expect.poll(() => attacks.length).toBeGreaterThan(0);
});
