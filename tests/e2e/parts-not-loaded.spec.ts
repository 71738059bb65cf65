import { chooseFiles, paperFile, storeInCabinet } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { sampleText } from '#tests/support/papers.ts';
import { expectStatus } from '#tests/support/status.ts';
import { cell, listedProblems, statusLine, typeInto } from '#tests/support/workbook-page.ts';

// The browser would take the rules from the service worker, which has them after the first visit.
test.use({ serviceWorkers: 'block' });

test('a workbook whose rules cannot be fetched is edited all the same, and says so', async ({
  page
}) => {
  let reachable = true;
  await page.route('**/*.js', async (route) => {
    const response = await route.fetch();
    const rules = (await response.text()).includes('plan-flat');
    if (rules && !reachable) await route.abort();
    else await route.fulfill({ response });
  });
  await page.goto('/');
  await chooseFiles(page, paperFile('a', sampleText('converted-word')));
  await storeInCabinet(page);

  reachable = false;
  await page.reload();
  await expectStatus(page, 'unchecked', '检查规则没能载入');
  await expect(statusLine(page)).not.toContainText('错误');
  await page.keyboard.press('F8');
  await expect(page.getByRole('status').filter({ hasText: '检查规则没能载入' })).toBeVisible();

  reachable = true;
  await typeInto(page, cell(page, 1, '指标值'), '是/否');
  await expect(listedProblems(page).filter({ hasText: '是/否' }).first()).toBeVisible();
  await expect(statusLine(page)).toContainText(/错误 \d+/);
});

test('a dialog that cannot be fetched says why, and the page goes on', async ({ page }) => {
  await page.goto('/');
  await chooseFiles(page, paperFile('a', sampleText('converted-word')));
  await storeInCabinet(page);

  await page.route('**/*.js', (route) => route.abort());
  await page.getByRole('button', { name: '属性' }).click();
  await expect(page.getByText('这部分程序没有取到')).toBeVisible();
  await typeInto(page, cell(page, 1, '指标值'), '≥21公里');
  await expect(cell(page, 1, '指标值')).toHaveText('≥21公里');
});
