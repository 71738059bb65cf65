import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { choosePackage, packUp } from '#tests/support/packages.ts';
import { makeLink } from '#tests/support/sharing.ts';
import { storedOnServer, workbookOn, writtenTexts } from '#tests/support/stored-workbook.ts';
import {
  cell,
  expectSaved,
  expectSynced,
  outlineEntry,
  typeInto
} from '#tests/support/workbook-page.ts';

const target = (page: Page, row: number) => cell(page, row, '指标值');
const undoButton = (page: Page) => page.getByRole('button', { name: '撤销', exact: true });

test(
  'two machines with one copied profile edit offline and keep both their edits when they meet at the server',
  { tag: '@long' },
  async ({ freshProfile, server }) => {
    const first = await (await freshProfile.open()).newPage();
    await openSample(first);
    await makeLink(first, '王芳');
    await typeInto(first, target(first, 6), '≥96%');
    await expectSynced(first);
    const workbook = first.url();
    await freshProfile.kill();
    const copiedProfile = freshProfile.copy();
    try {
      const contexts = [await freshProfile.open(), await copiedProfile.open()];
      const machines: Page[] = [];
      for (const context of contexts) {
        const page = await context.newPage();
        await page.goto(workbook);
        await outlineEntry(page, /^1/).click();
        await expectSynced(page);
        machines.push(page);
      }
      const [one, other] = machines as [Page, Page];
      for (const each of machines) await each.context().setOffline(true);
      await typeInto(one, target(one, 1), '≥11公里');
      await typeInto(one, target(one, 3), '≤13万元');
      await typeInto(other, target(other, 2), '≥22%');
      await typeInto(other, target(other, 3), '≤23万元');
      for (const each of machines) await expectSaved(each);
      for (const each of machines) await each.context().setOffline(false);

      for (const each of machines) {
        await expectSynced(each);
        await expect(target(each, 1)).toHaveText('≥11公里');
        await expect(target(each, 2)).toHaveText('≥22%');
        await expect(target(each, 6)).toHaveText('≥96%');
        await expect(each.getByRole('button', { name: /^2 人在线/ })).toBeVisible();
      }
      const kept = await target(one, 3).innerText();
      await expect(target(other, 3)).toHaveText(kept);
      const lost = kept === '≤13万元' ? '≤23万元' : '≤13万元';
      await one.getByRole('tab', { name: '历史 1' }).click();
      await expect(one.getByRole('region', { name: '同格冲突' })).toContainText(lost);
      const { entries } = storedOnServer(server, workbookOn(one));
      expect([...writtenTexts(entries)].sort()).toEqual(
        ['≥96%', '≥11公里', '≤13万元', '≥22%', '≤23万元'].sort()
      );

      await target(other, 5).click();
      await expect(target(one, 5)).toHaveAttribute('data-peer', '王芳');
      await undoButton(one).click();
      await undoButton(one).click();
      await expect(target(one, 1)).not.toHaveText('≥11公里');
      await expect(target(one, 2)).toHaveText('≥22%');
    } finally {
      await copiedProfile.dispose();
    }
  }
);

test(
  'two machines with one copied profile keep both their edits when they meet by sync packages only',
  { tag: '@long' },
  async ({ freshProfile }) => {
    const first = await (await freshProfile.open()).newPage();
    await openSample(first);
    await expectSaved(first);
    const workbook = first.url();
    await freshProfile.kill();
    const copiedProfile = freshProfile.copy();
    try {
      const one = await (await freshProfile.open()).newPage();
      const other = await (await copiedProfile.open()).newPage();
      for (const [each, row, text] of [
        [one, 1, '≥11公里'],
        [other, 2, '≥22%']
      ] as const) {
        await each.goto(workbook);
        await outlineEntry(each, /^1/).click();
        await typeInto(each, target(each, row), text);
        await typeInto(each, target(each, 3), `${text}两台都写`);
        await expectSaved(each);
      }
      const carried = await packUp(other);
      const receipt = await choosePackage(one, carried);
      await expect(receipt.getByText('1 处同格冲突')).toBeVisible();
      await receipt.getByRole('button', { name: '打开工作簿' }).click();
      await choosePackage(other, await packUp(one));
      for (const each of [one, other]) {
        await each.goto(workbook);
        await outlineEntry(each, /^1/).click();
        await expect(target(each, 1)).toHaveText('≥11公里');
        await expect(target(each, 2)).toHaveText('≥22%');
      }
      await expect(target(other, 3)).toHaveText(await target(one, 3).innerText());
      const again = await choosePackage(one, carried);
      await expect(again.getByText('没有新的内容')).toBeVisible();
    } finally {
      await copiedProfile.dispose();
    }
  }
);
