import { readFile } from 'node:fs/promises';
import { paperFile } from '#tests/support/cabinet.ts';
import { speakEnglish, stillChinese } from '#tests/support/english.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { sampleText } from '#tests/support/papers.ts';
import { visit } from '#tests/support/visit.ts';

const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const outlineEntry = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Contents' }).getByRole('button', { name });

async function expectEnglish(page: Page): Promise<void> {
  await expect.poll(() => stillChinese(page)).toEqual([]);
}

/** Opens a menu or dialog, which must speak English, and closes it again. */
async function lookAt(
  page: Page,
  role: 'menu' | 'dialog',
  open: () => Promise<unknown>
): Promise<void> {
  await open();
  await expect(page.getByRole(role)).toBeVisible();
  await expectEnglish(page);
  await page.keyboard.press('Escape');
}

test('who chooses English reads everything but the papers in English', async ({
  page,
  context
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await visit(page);
  await speakEnglish(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-US');
  await expectEnglish(page);

  await page
    .getByLabel('Choose files to import')
    .setInputFiles([paperFile('水务局', sampleText('converted-word'))]);
  await page.getByText('Repaired').click();
  await expect(page.getByText('Bookmark signs left by a converter').first()).toBeVisible();
  await expectEnglish(page);
  await named(page, 'Save to Cabinet').click();

  await expect(page.getByRole('contentinfo')).toContainText(/Error \d+/);
  await expect(page.locator('[data-problem] .message').first()).toHaveAttribute('lang', 'en');
  await expectEnglish(page);
  await expect(page.getByText('1.河道清淤专项经费').first()).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '指标值确定依据' }).first()).toBeVisible();

  await outlineEntry(page, 'All indicators').click();
  await expect(heading(page)).toHaveText(/^All indicators 4 projects, \d+ indicator rows/);
  await outlineEntry(page, 'All projects').click();
  await expect(heading(page)).toHaveText(/^All projects 4 projects/);
  await expectEnglish(page);

  await lookAt(page, 'menu', () => named(page, 'Export').click());
  await lookAt(page, 'dialog', () => page.keyboard.press('F1'));
  await lookAt(page, 'dialog', () => named(page, 'Properties').click());

  const download = page.waitForEvent('download');
  await named(page, 'Export').click();
  await page.getByRole('menuitem', { name: 'Web page (printable)' }).click();
  const printed = (await readFile(await (await download).path())).toString();
  expect(printed).toContain('绩效指标描述');
  expect(printed).not.toContain('indicator');
});

test(
  'the language is kept on the device, spoken without a network, and can be changed back',
  { tag: '@long' },
  async ({ page }) => {
    await visit(page);
    await speakEnglish(page);
    await page.context().setOffline(true);
    await page.reload();
    await expect(named(page, 'Settings')).toBeVisible();
    await page
      .getByLabel('Choose files to import')
      .setInputFiles([paperFile('水务局', sampleText('converted-word'))]);
    await expect(page.getByText('Found: 4 project tables')).toBeVisible();
    await page.getByText('Repaired').click();
    await expect(page.getByText('Bookmark signs left by a converter').first()).toBeVisible();
    await named(page, 'Cancel').click();
    await named(page, 'Settings').click();
    await page.getByRole('radiogroup', { name: 'Language' }).getByText('中文').click();
    await named(page, 'Done').click();
    await expect(named(page, '设置')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  }
);
