import { chooseFiles, openWorkbook, paperFile, storeInCabinet } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import { beginComposition, compose } from '#tests/support/input-method.ts';
import type { Locator, Page } from '#tests/support/fixtures.ts';
import { sampleText } from '#tests/support/papers.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';
import {
  cell,
  currentCell,
  expectKeyboardInGrid,
  outlineEntry
} from '#tests/support/workbook-page.ts';

const bar = (page: Page): Locator => page.getByRole('search', { name: '查找' });
const count = (page: Page): Locator => bar(page).getByRole('status', { name: '查找结果数' });

/** Opens a workbook with the keyboard in a cell of its first project. */
async function open(page: Page): Promise<void> {
  await openWorkbook(page, smallWorkbook());
  await outlineEntry(page, /河道清淤/).click();
  await cell(page, 1, '三级指标').click();
  await expectKeyboardInGrid(page);
}

test('with the keyboard alone one finds in all sheets, replaces everything and takes it back', async ({
  page
}) => {
  await open(page);
  await page.keyboard.press('Control+h');
  const words = bar(page).getByLabel('查找内容');
  await expect(words).toBeFocused();
  await expect(words).toHaveValue('清淤河道长度');
  await page.keyboard.type('验收合格');
  await expect(count(page)).toHaveText('共 2 个');
  await page.keyboard.press('Enter');
  await expect(count(page)).toHaveText('第 1 个，共 2 个');
  await expect(cell(page, 2, '三级指标')).toHaveClass(/cell-found-now/);
  await expect(cell(page, 2, '绩效指标描述')).toHaveClass(/cell-found(?!-)/);
  await page.keyboard.press('F3');
  await expect(count(page)).toHaveText('第 2 个，共 2 个');
  await expect(words).toBeFocused();

  await bar(page).getByText('工作簿', { exact: true }).click();
  await expect(count(page)).toHaveText('第 2 个，共 4 个');
  await bar(page).getByLabel('替换为').fill('检查合格');
  await bar(page).getByRole('button', { name: '全部替换' }).click();
  await expect(page.getByText('已替换 4 处')).toBeVisible();
  await expect(cell(page, 2, '三级指标')).toHaveText('断面检查合格率');
  await outlineEntry(page, /节水宣传/).click();
  await expect(cell(page, 2, '三级指标')).toHaveText('断面检查合格率');
  await page.getByRole('button', { name: '撤销', exact: true }).last().click();
  await expect(cell(page, 2, '三级指标')).toHaveText('断面验收合格率');
});

test(
  'Esc closes it and leaves the keyboard in the cell that was found',
  { tag: '@long' },
  async ({ page }) => {
    await open(page);
    await page.keyboard.press('Control+f');
    await page.keyboard.type('受益村庄');
    await page.keyboard.press('Enter');
    await expect(count(page)).toHaveText('第 1 个，共 1 个');
    await page.keyboard.press('Escape');
    await expect(bar(page)).toBeHidden();
    await expect(currentCell(page)).toHaveText('受益村庄数量');
    await expect(page.locator('.cell-found')).toHaveCount(0);
    await expectKeyboardInGrid(page);
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    await expect(cell(page, 3, '三级指标')).toHaveText('x');
  }
);

test.describe('without what the browser has fetched before', () => {
  test.use({ serviceWorkers: 'block' });

  test(
    'it takes what is typed with an input method, and the Enter behind it, while it is fetched',
    { tag: '@long' },
    async ({ page }) => {
      let fetchIt = () => {};
      const held = new Promise<void>((resolve) => (fetchIt = resolve));
      await page.route('**/*.js', async (route) => {
        const response = await route.fetch();
        if ((await response.text()).includes('查找内容，可用')) await held;
        await route.fulfill({ response });
      });
      await page.goto('/');
      await chooseFiles(page, paperFile('a', sampleText('converted-word')));
      await storeInCabinet(page);
      await cell(page, 1, '三级指标').click();
      await expectKeyboardInGrid(page);
      const stood = await cell(page, 1, '三级指标').innerText();
      await page.keyboard.press('Control+f');
      await compose(page, '指');
      const composition = await beginComposition(page, 'b');
      await expect(bar(page)).toBeHidden();
      fetchIt();
      await composition.show('biao');
      await composition.commit('标');
      await page.keyboard.press('Enter');
      await expect(count(page)).toHaveText(/第 \d+ 个，共 \d+ 个/);
      await expect(bar(page).getByLabel('查找内容')).toHaveValue('指标');
      await expect(cell(page, 1, '三级指标')).toHaveText(stood);
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    }
  );
});

test('all that is found is listed, and a click goes there', { tag: '@long' }, async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('度汛');
  await bar(page).getByText('工作簿', { exact: true }).click();
  await bar(page).getByRole('button', { name: '全部列出' }).click();
  const listed = bar(page).getByRole('list', { name: '查找结果' }).getByRole('button');
  await expect(listed).toHaveCount(1);
  await expect(listed).toHaveText(/一、总体绩效目标.*正文.*确保安全度汛/);
  await listed.click();
  await expect(page.getByLabel('正文')).toBeVisible();
  await expect(page.locator('.passage mark')).toHaveText('度汛');
});

test(
  '定位 goes to a row, to a sheet by its pinyin, and to an indicator',
  { tag: '@long' },
  async ({ page }) => {
    await open(page);
    const goTo = async (words: string) => {
      await page.keyboard.press('Control+g');
      await expect(page.getByRole('combobox', { name: '定位到' })).toBeFocused();
      await page.keyboard.type(words);
      await expect(page.getByRole('option').first()).toBeVisible();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeHidden();
    };
    await goTo('3');
    await expect(currentCell(page)).toHaveText('≥18个');
    await goTo('jsxc');
    await expect(outlineEntry(page, /节水宣传/)).toHaveAttribute('aria-current', 'page');
    await goTo('合格率');
    await expect(currentCell(page)).toHaveText('断面验收合格率');
    await expectKeyboardInGrid(page);
  }
);

test(
  'F1 shows the shortcuts on every page, and they are printed in place of the workbook',
  {
    tag: '@long'
  },
  async ({ page }) => {
    await open(page);
    await page.keyboard.press('F1');
    const sheet = page.getByRole('dialog', { name: '快捷键' });
    await expect(sheet.getByRole('heading', { name: '快捷键' })).toBeInViewport();
    await expect(sheet.getByText('查找下一个、上一个')).toBeVisible();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('.printed-form')).toHaveText(/^绩表快捷键/);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expectKeyboardInGrid(page);

    await page.getByRole('link', { name: '文件柜' }).click();
    await page.getByRole('button', { name: '快捷键' }).click();
    await expect(sheet).toBeVisible();
  }
);
