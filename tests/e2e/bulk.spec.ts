import { openWorkbook } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { tenProjects } from '#tests/support/many-projects.ts';
import { makeLink, openLink } from '#tests/support/sharing.ts';
import { cellAt, currentCell, expectSynced, outlineEntry } from '#tests/support/workbook-page.ts';

const heading = (page: Page, rows: number) =>
  page.getByRole('heading', { name: `指标总表 10 个项目，${rows} 行指标` });

test('forty rows pasted into ten projects are one step, and everybody sees them', async ({
  page,
  browser,
  context
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { sheets } = tenProjects();
  await openWorkbook(page, tenProjects());
  const li = await openLink(browser, await makeLink(page, '王芳'), '李明');
  for (const each of [page, li]) {
    await outlineEntry(each, '指标总表').click();
    await expect(heading(each, 30)).toBeVisible();
  }
  const names = sheets.slice(0, 10).map(({ title }) => title.replace('绩效目标表', ''));
  const rows = names.flatMap((name) =>
    [1, 2, 3, 4].map((number) =>
      [number === 1 ? name : '', '产出指标', '数量指标', `新增事项${number}`, '', '≥1项', ''].join(
        '\t'
      )
    )
  );
  await page.evaluate((text) => navigator.clipboard.writeText(text), rows.join('\n'));
  await cellAt(page, 1, 1).click();
  await expect(currentCell(page)).toBeVisible();

  await page.keyboard.press('Control+v');

  await expect(page.getByText('已粘贴 40 行到 10 个项目')).toBeVisible();
  for (const each of [page, li]) await expect(heading(each, 70)).toBeVisible();
  await outlineEntry(li, '5.农村供水设备维修费').click();
  for (const number of [1, 2, 3, 4]) {
    await expect(li.getByRole('gridcell', { name: `新增事项${number}` })).toHaveCount(1);
  }

  await page.keyboard.press('Control+z');

  await expect(heading(page, 30)).toBeVisible();
  await expectSynced(page);
  await expect(li.getByRole('gridcell', { name: /^新增事项/ })).toHaveCount(0);
});
