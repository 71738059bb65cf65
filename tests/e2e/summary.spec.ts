import { chooseFiles, openSample, paperFile } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { sampleExpectation, sampleText } from '#tests/support/papers.ts';
import { visit } from '#tests/support/visit.ts';
import { listedProblems } from '#tests/support/workbook-page.ts';

const SAMPLES = ['converted-word', 'pdf-rows'];

/** The project sheets of the samples, as a person who read them found them. */
const sheets = SAMPLES.flatMap((name) => sampleExpectation(name).workbook.sheets).filter(
  ({ kind }) => kind === 'project'
);

test('汇总 agrees with the workbooks, and a bar leads to what it counts', async ({ page }) => {
  await visit(page);
  await chooseFiles(page, ...SAMPLES.map((name) => paperFile(name, sampleText(name))));
  await page.getByRole('button', { name: '全部存入文件柜（2）' }).click();
  await expect(page.getByRole('row')).toHaveCount(3);
  await page.getByRole('link', { name: '汇总' }).click();

  const figure = (name: string) =>
    page.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd');
  await expect(figure('工作簿')).toHaveText('2');
  await expect(figure('项目')).toHaveText(String(sheets.length));
  await expect(figure('指标')).toHaveText(
    String(sheets.reduce((sum, { rows }) => sum + rows.length, 0))
  );
  const money = sheets.reduce((sum, { fields }) => sum + Number(fields.budget), 0);
  await expect(figure('金额')).toHaveText(`${money.toFixed(2)} 万元`);

  const problems = page.getByRole('list', { name: '问题' });
  const bar = problems.getByRole('link').first();
  const said = (await bar.getAttribute('aria-label')) ?? '';
  const [, title = ''] = /^错误 (\S+)/.exec(said) ?? [];
  await bar.click();
  const broken = page.getByRole('region', { name: title });
  await expect(broken.getByRole('heading')).toBeFocused();
  const first = broken.getByRole('link', { name: /处问题/ }).first();
  const [, count = ''] = /(\d+) 处问题/.exec((await first.getAttribute('aria-label')) ?? '') ?? [];
  await first.click();
  await expect(page.getByLabel('筛选问题')).toHaveValue(title);
  await expect(listedProblems(page)).toHaveCount(Number(count));
});

test(
  '汇总 opens without a network and leads by the unit to the sheet of a project',
  { tag: '@long' },
  async ({ page, context }) => {
    await openSample(page);
    await context.setOffline(true);
    await page.goto('/summary');
    const units = page.getByRole('list', { name: '资金' });
    await units.getByRole('link', { name: /^青泉县水务局本级 [\d.,]+ 万元，2 个项目$/ }).click();
    await expect(page.getByRole('heading', { name: /：1 份工作簿$/ })).toBeFocused();
    await expect(page.getByRole('combobox', { name: '单位', exact: true })).toHaveValue(
      /青泉县水务局本级/
    );

    const money = page.getByRole('region', { name: '资金', exact: true });
    await money.getByText('表格', { exact: true }).click();
    const table = money.getByRole('table');
    await table.getByRole('button', { name: '金额' }).click();
    await expect(table.getByRole('columnheader', { name: '金额' })).toHaveAttribute(
      'aria-sort',
      'descending'
    );

    await page.getByRole('button', { name: '展开“青泉县水务局本级”' }).click();
    const projects = page.getByRole('list', { name: '青泉县水务局本级', exact: true });
    const project = projects.getByRole('link').first();
    const [name = ''] = ((await project.getAttribute('aria-label')) ?? '').split(' ');
    await project.click();
    await expect(page.getByLabel('项目名称')).toHaveValue(name);
  }
);
