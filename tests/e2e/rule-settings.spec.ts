import { openSample } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { workTogether } from '#tests/support/sharing.ts';
import { listedProblems } from '#tests/support/workbook-page.ts';

async function openRules(page: Page): Promise<void> {
  await page.getByRole('button', { name: '属性' }).click();
  await page.getByRole('button', { name: '规则设置…' }).click();
  await expect(page.getByRole('heading', { name: '规则设置' })).toBeVisible();
}

async function backToWorkbook(page: Page): Promise<void> {
  await page.getByRole('button', { name: '返回工作簿' }).click();
  await expect(page.getByRole('navigation', { name: '目录' })).toBeVisible();
}

/** Makes a rule about indicator descriptions in the open settings, and stores it. */
async function makeRule(page: Page, name: string): Promise<void> {
  await page.getByText('自定义规则', { exact: true }).click();
  await page.getByRole('button', { name: '新建规则' }).click();
  const editor = page.getByRole('form', { name: '自定义规则' });
  await editor.getByLabel('列或表头项').selectOption('三级指标');
  await editor.getByLabel('有问题的情况').selectOption('文字包含');
  await editor.getByRole('textbox', { name: '文字' }).fill('清淤');
  const trial = editor.getByRole('region', { name: '试一试' });
  await expect(trial.getByRole('status')).toContainText(/会发现 \d+ 处/);
  await expect(trial.getByRole('listitem').first()).toContainText('清淤河道长度');
  await editor.getByRole('textbox', { name: '规则名称' }).fill(name);
  await editor.getByRole('textbox', { name: '说明' }).fill('“{值}”应写“疏浚”。');
  await expect(trial.getByRole('listitem').first()).toContainText('“清淤河道长度”应写“疏浚”。');
  await editor.getByRole('button', { name: '保存规则' }).click();
  await expect(page.getByRole('listitem', { name })).toContainText(/\d+ 个问题/);
}

/** Chooses how grave a rule is, in the open settings. */
async function setSeverity(page: Page, rule: string, severity: string): Promise<void> {
  await page.getByLabel(`“${rule}”的严重程度`).selectOption(severity);
}

/** Chooses a rule pack of this content, in the open settings. */
async function choosePack(page: Page, text: string): Promise<void> {
  const file = { name: '规则包.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel('选择规则包').setInputFiles([file]);
}

test(
  'a rule that is switched off is silent, until that is undone',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    const wrongDates = listedProblems(page).filter({ hasText: '日期写错' });
    await expect(wrongDates).toHaveCount(1);

    await openRules(page);
    const rule = page.getByRole('listitem', { name: '日期写错' });
    await expect(rule).toContainText('1 个问题');
    await setSeverity(page, '日期写错', '不检查');
    await expect(rule).not.toContainText('个问题');
    await backToWorkbook(page);
    await expect(wrongDates).toHaveCount(0);

    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await expect(wrongDates).toHaveCount(1);
  }
);

test(
  'a severity for one form holds in workbooks of that form only',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await openRules(page);
    const rule = page.getByRole('listitem', { name: '日期写错' });

    await page.getByLabel('适用于').selectOption({ label: '2021 版（成本、产出、效益、满意度）' });
    await setSeverity(page, '日期写错', '不检查');
    await expect(rule).toContainText('1 个问题');
    await page.getByLabel('适用于').selectOption({ label: '所有表式' });
    await expect(page.getByLabel('“日期写错”的严重程度')).toHaveValue('');

    await page.getByLabel('搜索规则').fill('日期写错');
    await expect(page.getByRole('combobox', { name: /的严重程度$/ })).toHaveCount(1);
    await page.getByRole('button', { name: '恢复默认' }).click();
    await expect(page.getByRole('button', { name: '恢复默认' })).toBeDisabled();
  }
);

test(
  'a rule of my own is tried, stored, and seen by a colleague',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser);
    await openRules(wang);
    await makeRule(wang, '用词不统一');
    await backToWorkbook(wang);

    for (const each of [wang, li]) {
      const found = listedProblems(each).filter({ hasText: '用词不统一' });
      await expect(found.first()).toContainText('“清淤河道长度”应写“疏浚”。');
    }
    await openRules(li);
    await li.getByText('自定义规则 1').click();
    await li.getByRole('listitem', { name: '用词不统一' }).getByRole('checkbox').uncheck();
    for (const each of [wang, li]) {
      if (each === li) await backToWorkbook(li);
      await expect(listedProblems(each).filter({ hasText: '用词不统一' })).toHaveCount(0);
    }
  }
);

test(
  'a rule pack carries settings from one workbook to another',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await openRules(page);
    await setSeverity(page, '日期写错', '提示');
    await makeRule(page, '用词不统一');
    const handedOut = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出规则包' }).click();
    const stream = await (await handedOut).createReadStream();
    const text = Buffer.concat(await stream.toArray()).toString('utf8');

    await openSample(page);
    await openRules(page);
    await choosePack(page, text);
    const preview = page.getByRole('dialog', { name: '导入规则包' });
    await expect(preview.getByRole('listitem')).toHaveText([
      '日期写错：默认 → 提示',
      '新增自定义规则“用词不统一”'
    ]);
    await preview.getByRole('button', { name: '导入', exact: true }).click();
    await expect(page.getByLabel('“日期写错”的严重程度')).toHaveValue('info');
    await expect(page.getByText('自定义规则 1')).toBeVisible();

    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await expect(page.getByLabel('“日期写错”的严重程度')).toHaveValue('');
    await expect(page.getByText('自定义规则', { exact: true })).toBeVisible();
  }
);

test(
  'a broken rule pack is refused with the place of its fault',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await openRules(page);
    const refusal = page.getByRole('dialog', { name: '规则包没有导入' });

    await choosePack(page, '{"format":"jibiao-rule-pack","vers');
    await expect(refusal).toContainText('文件读不懂，可能没有下载完整，或者不是规则包。');
    await refusal.getByRole('button', { name: '知道了' }).click();

    const pack = { format: 'jibiao-rule-pack', version: 1, name: '', rules: [] };
    await choosePack(page, JSON.stringify({ ...pack, severities: { typo: '致命' } }));
    await expect(refusal).toContainText('规则“错别字”的“严重程度”写的是“致命”，不能识别。');
    await refusal.getByRole('button', { name: '知道了' }).click();
    await expect(page.getByRole('button', { name: '恢复默认' })).toBeDisabled();
  }
);

test(
  'a rule pack of a later version is taken without what is not understood, which is listed',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await openRules(page);
    const later = {
      ...{ id: 'later', name: '比上年增长太多', active: true, severity: 'info', message: '太多。' },
      ...{ where: { kind: 'project', form: '', title: '' }, item: { at: 'column', id: 'target' } },
      condition: { is: 'grew' }
    };
    const pack = { format: 'jibiao-rule-pack', version: 2, name: '青泉县规则', rules: [later] };
    await choosePack(page, JSON.stringify({ ...pack, severities: { 'date-corrupt': 'info' } }));

    const preview = page.getByRole('dialog', { name: '导入规则包' });
    await expect(preview.getByRole('list', { name: '不会导入' })).toHaveText(
      '第 1 条自定义规则“比上年增长太多”的“条件”写的是“grew”，不能识别。'
    );
    await preview.getByRole('button', { name: '导入', exact: true }).click();
    await expect(page.getByLabel('“日期写错”的严重程度')).toHaveValue('info');
    await expect(page.getByText('自定义规则', { exact: true })).toBeVisible();
  }
);
