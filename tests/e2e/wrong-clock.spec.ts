import { openSample } from '#tests/support/cabinet.ts';
import { answer, commentOn, remarks } from '#tests/support/comment-panel.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { openLink, workTogether } from '#tests/support/sharing.ts';
import { linksOnServer, workbookOn } from '#tests/support/stored-workbook.ts';
import { cell, expectSynced, statusLine, typeInto } from '#tests/support/workbook-page.ts';

const DAY = 24 * 3600 * 1000;
const YEAR = 365 * DAY;
const CLOCKS = [
  { name: 'a year fast', by: YEAR },
  { name: 'a year slow', by: -YEAR }
];

for (const { name, by } of CLOCKS) {
  test(
    `comments, history and conflicts keep their order with a colleague whose clock is ${name}`,
    { tag: '@long' },
    async ({ page, browser }) => {
      const { wang, li } = await workTogether(page, browser);
      const now = Date.now() + by;
      await li.clock.setFixedTime(now);

      await commentOn(wang, cell(wang, 2, '指标值'), '依据是哪一份');
      await cell(li, 2, '指标值').click();
      await expect(cell(li, 2, '指标值')).toHaveClass(/cell-comment/);
      await li.keyboard.press('Shift+F2');
      await answer(li, '去年的批复');
      await answer(wang, '请写上文号');
      await li.getByRole('button', { name: '解决', exact: true }).click();
      await wang.getByRole('button', { name: '重新打开' }).click();
      for (const each of [wang, li]) {
        await expect(remarks(each)).toContainText([
          '依据是哪一份',
          '去年的批复',
          '请写上文号',
          '标为已解决',
          '重新打开'
        ]);
        await expect(cell(each, 2, '指标值')).toHaveClass(/cell-comment/);
      }

      await typeInto(wang, cell(wang, 1, '指标值'), '≥1公里');
      await expect(cell(li, 1, '指标值')).toHaveText('≥1公里');
      await typeInto(li, cell(li, 1, '指标值'), '≥2公里');
      await expect(cell(wang, 1, '指标值')).toHaveText('≥2公里');
      await typeInto(wang, cell(wang, 3, '指标值'), '≤3万元');
      await expect(cell(li, 3, '指标值')).toHaveText('≤3万元');
      for (const each of [wang, li]) await each.context().setOffline(true);
      for (const each of [wang, li]) await expect(statusLine(each)).toContainText('离线');
      await typeInto(wang, cell(wang, 5, '指标值'), '王芳的话');
      await typeInto(li, cell(li, 5, '指标值'), '李明的话');
      for (const each of [wang, li]) await each.context().setOffline(false);
      for (const each of [wang, li]) await expectSynced(each);
      // By the clocks it would be the other one.
      const last = by > 0 ? wang : li;
      await typeInto(last, cell(last, 6, '指标值'), '≥96%');
      await expectSynced(last);
      for (const each of [wang, li]) await expect(cell(each, 6, '指标值')).toHaveText('≥96%');

      await wang.getByRole('tab', { name: '历史 1' }).click();
      const conflict = wang.getByRole('region', { name: '同格冲突' });
      const kept = await cell(wang, 5, '指标值').innerText();
      await expect(conflict).toContainText(kept === '王芳的话' ? '李明的话' : '王芳的话');
      const periods = wang.getByRole('list', { name: '修改记录' }).locator('> li');
      await expect(periods.first()).toContainText(by > 0 ? '我' : '李明');
      await expect(periods.filter({ hasText: '李明' }).getByText('该设备的时钟不准')).toHaveCount(
        by > 0 ? 1 : 0
      );
      await expect(statusLine(li)).toContainText(`已同步 ${clockOf(now)}`);
    }
  );

  test(
    `a link for one day lasts one day where the clock of its maker is ${name}`,
    { tag: '@long' },
    async ({ page, browser, server }) => {
      await openSample(page);
      await page.clock.setFixedTime(Date.now() + by);
      await page.getByRole('button', { name: '生成同步链接' }).click();
      const dialog = page.getByRole('dialog', { name: '生成同步链接' });
      await dialog.getByLabel('我的姓名').fill('王芳');
      await dialog.getByText('1 天').click();
      await dialog.getByRole('button', { name: '生成链接' }).click();
      const address = await dialog.getByLabel('同步链接', { exact: true }).inputValue();
      await expect(dialog.getByRole('list', { name: '正在使用的链接' })).toBeVisible();

      const li = await openLink(browser, address, '李明');
      await expect(cell(li, 2, '指标值')).toBeVisible();
      const [link] = linksOnServer(server, workbookOn(page));
      expect(Math.abs(link!.expires! - link!.created - DAY)).toBeLessThan(60_000);
    }
  );
}

/** Hours and minutes, as the status line says them. */
function clockOf(time: number): string {
  return new Intl.DateTimeFormat('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai'
  }).format(time);
}
