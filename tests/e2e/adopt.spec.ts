import { openSample, paperFile } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { sampleText } from '#tests/support/papers.ts';
import { cell, expectSaved, outlineEntry, typeInto } from '#tests/support/workbook-page.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const outline = (page: Page) => page.getByRole('navigation', { name: '目录' });
const conflict = (page: Page, name: string) => page.getByRole('region', { name });
const screen = (page: Page) => page.getByRole('heading', { name: '已经有的表' });

/** Chooses files by the menu of the open workbook. */
async function chooseInto(
  page: Page,
  ...files: readonly ReturnType<typeof paperFile>[]
): Promise<void> {
  await page.getByLabel('选择要导入到本工作簿的文件').setInputFiles([...files]);
}

async function chooseForAll(page: Page, choice: string): Promise<void> {
  await page.getByRole('group', { name: '全部' }).getByRole('button', { name: choice }).click();
}

/** The table of 青泉县 with one number changed, as the unit sends it again. */
const revised = sampleText('converted-word').replaceAll('≥2万元', '≤2万元');

test('new sheets are added behind their like, and one undo takes them back', async ({ page }) => {
  await openSample(page);
  const before = await outline(page).innerText();

  await chooseInto(page, paperFile('改厕', sampleText('pasted-table')));
  await button(page, '存入当前工作簿').click();

  await expect(page.getByText('已存入 1 张表')).toBeVisible();
  await expect(page.getByLabel('表名')).toHaveValue('农村厕所改造补助绩效目标表');
  await expect(outlineEntry(page, /绩效|补助|经费|费/).last()).toContainText('农村厕所改造补助');
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => outline(page).innerText()).toBe(before);
});

test('a file that is dropped on an open workbook is imported into it', async ({ page }) => {
  await openSample(page);
  const dataTransfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], '改厕.txt', { type: 'text/plain' }));
    return transfer;
  }, sampleText('pasted-table'));
  await page.dispatchEvent('main', 'dragover', { dataTransfer });
  await expect(page.getByText('松开鼠标，导入到本工作簿')).toBeVisible();
  await page.dispatchEvent('main', 'drop', { dataTransfer });

  await button(page, '存入当前工作簿').click();

  await expect(outlineEntry(page, '农村厕所改造补助')).toBeVisible();
});

test(
  'what is there already is skipped where it is identical',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    const before = await outline(page).innerText();

    await chooseInto(page, paperFile('再来一次', sampleText('converted-word')));
    await button(page, '存入当前工作簿').click();
    await expect(page.getByText('内容完全相同')).toHaveCount(7);
    await button(page, '存入').click();

    await expect(page.getByText('没有新的内容，跳过 7 张')).toBeVisible();
    expect(await outline(page).innerText()).toBe(before);
  }
);

test(
  'a revised table replaces the open one beside which it was shown',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await chooseInto(page, paperFile('修改稿', revised));
    await button(page, '存入当前工作簿').click();

    await expect(page.getByText('1 行不同')).toHaveCount(1);
    const changed = page.getByRole('region').filter({ hasText: '1 行不同' });
    await expect(changed.locator('td.differs')).toHaveText(['≥2万元', '≤2万元']);
    await expect(changed.getByRole('radio', { name: '两份都留' })).toBeChecked();
    const name = (await changed.getAttribute('aria-label'))!;
    await changed.getByText('替换').click();
    await button(page, '存入').click();

    await expect(page.getByText('已存入，替换 1 张，跳过 6 张')).toBeVisible();
    await expect(page.getByLabel('表名')).toHaveValue(name.replace(/^\d+\./, ''));
    const target = page.getByRole('gridcell', { name: '≤2万元' });
    await expect(target).toBeVisible();
    await page.getByRole('tab', { name: '历史' }).click();
    await expect(page.getByText('存入 1 张表')).toBeVisible();

    await page.keyboard.press('Control+z');
    await expect(page.getByRole('gridcell', { name: '≥2万元' })).toBeVisible();
  }
);

test('both are kept where a person wants both', { tag: '@long' }, async ({ page }) => {
  await openSample(page);
  await chooseInto(page, paperFile('修改稿', revised));
  await button(page, '存入当前工作簿').click();
  await chooseForAll(page, '跳过');
  const changed = page.getByRole('region').filter({ hasText: '1 行不同' });
  await expect(changed.getByRole('radio', { name: '跳过' })).toBeChecked();
  await chooseForAll(page, '两份都留');
  await button(page, '存入').click();

  await expect(page.getByText('已存入 7 张表')).toBeVisible();
  await expect(outlineEntry(page, /^\d+\./)).toHaveCount(8);
});

test(
  'a bureau collects the files of several units, at once and in a row',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await chooseInto(
      page,
      paperFile('交通', sampleText('pdf-rows')),
      paperFile('教育', sampleText('converted-word-plain'))
    );
    await button(page, '全部存入当前工作簿（2）').click();
    await expect(screen(page)).toBeVisible();
    await expect(
      page.getByText('来自“白石县交通运输局2025年部门预算绩效文本”').first()
    ).toBeVisible();
    await chooseForAll(page, '两份都留');
    await button(page, '存入').click();
    await expect(outlineEntry(page, /^\d+\./)).toHaveCount(12);

    await chooseInto(page, paperFile('改厕', sampleText('pasted-table')));
    await button(page, '存入当前工作簿').click();
    await expect(outlineEntry(page, '农村厕所改造补助')).toBeVisible();
    await expectSaved(page);
    await page.reload();
    await expect(outlineEntry(page, '农村厕所改造补助')).toBeVisible();

    await button(page, '撤销').click();
    await expect(outlineEntry(page, '农村厕所改造补助')).toHaveCount(0);
    await expect(outlineEntry(page, /^\d+\./)).toHaveCount(12);
    await button(page, '撤销').click();
    await expect(outlineEntry(page, /^\d+\./)).toHaveCount(4);
  }
);

test(
  'taking back by the notice leaves alone what was edited since',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await chooseInto(page, paperFile('改厕', sampleText('pasted-table')));
    await button(page, '存入当前工作簿').click();
    await expect(page.getByText('已存入 1 张表')).toBeVisible();
    await typeInto(page, cell(page, 1, '指标值'), '≥300座');

    await page.getByRole('status').getByRole('button', { name: '撤销' }).click();

    await expect(page.getByText('之后又有别的修改')).toBeVisible();
    await expect(cell(page, 1, '指标值')).toHaveText('≥300座');
  }
);

test(
  'leaving the import brings the workbook back as it was',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    const before = await outline(page).innerText();
    await chooseInto(page, paperFile('修改稿', revised));
    await button(page, '存入当前工作簿').click();
    await expect(conflict(page, '一、总体绩效目标')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('heading', { name: '导入预览' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect.poll(() => outline(page).innerText()).toBe(before);
    await expect(button(page, '撤销')).toBeDisabled();
  }
);

test(
  'from a preview in the open workbook one may make a workbook of its own',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await chooseInto(page, paperFile('改厕', sampleText('pasted-table')));
    await button(page, '存入文件柜').click();
    await expect(page.getByLabel('表名')).toHaveValue('农村厕所改造补助绩效目标表');
    await page.getByRole('link', { name: '文件柜' }).click();
    await expect(page.getByRole('row')).toHaveCount(3);
  }
);
