import { resolve } from 'node:path';
import { chooseFiles, openSample, openWorkbook, paperFile } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Page } from '#tests/support/fixtures.ts';
import { sampleText } from '#tests/support/papers.ts';
import { workTogether } from '#tests/support/sharing.ts';
import { visit } from '#tests/support/visit.ts';
import { workbookOfAllKinds } from '#tests/support/workbooks.ts';
import { cell, listedProblems, outlineEntry, statusLine } from '#tests/support/workbook-page.ts';

const FOLDER = resolve(import.meta.dirname, '../../test-results/screens');
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 }
];

/** Writes a picture of the screen in each size, after checking that everything fits. */
async function show(page: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expect.poll(() => overflow(page), `${name} at ${size.width}`).toEqual([]);
    await page.screenshot({
      path: resolve(FOLDER, `${name}-${size.width}x${size.height}.png`),
      animations: 'disabled',
      caret: 'initial'
    });
  }
  await page.setViewportSize(SIZES[0]!);
}

/** What does not fit: the page itself where it scrolls sideways, and buttons with cut-off words. */
function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth } = document.scrollingElement!;
    const wide = scrollWidth > innerWidth ? [`the page is ${scrollWidth} pixels wide`] : [];
    const cut = [...document.querySelectorAll<HTMLElement>('.btn, .chip, [role=tab], .link')]
      .filter((button) => button.offsetParent && button.scrollWidth > button.clientWidth + 1)
      .filter((button) => getComputedStyle(button).display !== 'inline')
      .map((button) => `“${button.innerText || button.ariaLabel}” is cut off`);
    return [...wide, ...cut];
  });
}

/** Goes to a cell with a problem, as on most pictures. */
async function goToProblem(page: Page): Promise<void> {
  await page.getByLabel('筛选问题').fill('日期写错');
  await listedProblems(page).first().locator('[data-problem]').dblclick();
  await expect(cell(page, 4, '指标值')).toHaveClass(/\bcurrent\b/);
  await page.getByLabel('筛选问题').fill('');
}

test('文件柜 and the import preview fit their screens', { tag: '@long' }, async ({ page }) => {
  await visit(page);
  await show(page, 'cabinet-empty');

  await chooseFiles(page, paperFile('水务局', sampleText('pdf-rows')));
  await expect(page.getByRole('region', { name: '识别结果' })).toBeVisible();
  await show(page, 'import-preview');

  await page.getByRole('button', { name: '取消' }).click();
  const samples = ['converted-word', 'converted-word-plain', 'pdf-rows', 'cut-off-table'];
  await chooseFiles(page, ...samples.map((name) => paperFile(name, sampleText(name))));
  await page.getByRole('button', { name: '全部存入文件柜（4）' }).click();
  await expect(page.getByRole('row')).toHaveCount(5);
  await show(page, 'cabinet-full');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(
    `importing into a workbook fits its screens when ${colorScheme}`,
    { tag: '@long' },
    async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await openSample(page);
      await page
        .getByLabel('选择要导入到本工作簿的文件')
        .setInputFiles([
          paperFile(
            '水务局（修改稿）',
            sampleText('converted-word').replaceAll('≥2万元', '≤2万元')
          ),
          paperFile('交通运输局', sampleText('pdf-rows')),
          paperFile('空的', '')
        ]);
      await expect(page.getByText('读好了')).toHaveCount(2);
      await show(page, `import-list-${colorScheme}`);

      await page.getByRole('button', { name: '全部存入当前工作簿（2）' }).click();
      await expect(page.getByRole('heading', { name: '已经有的表' })).toBeVisible();
      await show(page, `import-conflicts-${colorScheme}`);

      await page.getByRole('button', { name: '存入', exact: true }).click();
      await expect(page.getByText('已存入')).toBeVisible();
      await page.getByRole('button', { name: '导出' }).click();
      await show(page, `import-done-${colorScheme}`);
    }
  );
}

test('the sheets of a workbook fit their screens', { tag: '@long' }, async ({ page }) => {
  await openSample(page);
  await goToProblem(page);
  await show(page, 'workbook-project');

  await page.getByLabel('筛选问题').fill('满意度');
  await expect(listedProblems(page).first()).toContainText('满意度');
  await show(page, 'problems-filtered');
  await page.getByLabel('筛选问题').fill('');

  await outlineEntry(page, '指标总表').click();
  await show(page, 'all-indicators');

  await outlineEntry(page, '二、分项绩效目标').click();
  await show(page, 'prose');

  await page.context().setOffline(true);
  await expect(statusLine(page)).toContainText('离线，可继续编辑');
  await show(page, 'offline');
});

test(
  'disclosure tables, briefs and free sheets fit their screens',
  { tag: '@long' },
  async ({ page }) => {
    await openWorkbook(page, workbookOfAllKinds());
    const kinds = {
      'disclosure-wide': '2.收入总表',
      'disclosure-empty': '3.政府性基金预算支出',
      brief: '1.步道修整经费',
      free: '各乡镇水费收缴情况'
    };
    for (const [name, entry] of Object.entries(kinds)) {
      await outlineEntry(page, entry).click();
      await show(page, name);
    }
  }
);

test('the dark workbook fits its screens', { tag: '@long' }, async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openSample(page);
  await goToProblem(page);
  await show(page, 'workbook-dark');
});

test(
  'every button above a workbook is within the window at 200 % zoom',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang } = await workTogether(page, browser);
    await wang.setViewportSize({ width: 640, height: 360 });
    for (const button of await wang.getByRole('banner').getByRole('button').all()) {
      await expect(button).toBeInViewport({ ratio: 1 });
    }
  }
);

test(
  'the buttons that end a dialog are within the window at 200 % zoom',
  { tag: '@long' },
  async ({ page }) => {
    await openSample(page);
    await page.setViewportSize({ width: 640, height: 360 });
    const inSight = async (dialog: string, buttons: readonly string[]) => {
      for (const name of buttons) {
        const button = page.getByRole('dialog', { name: dialog }).getByRole('button', { name });
        await expect(button).toBeInViewport({ ratio: 1 });
      }
    };
    await page.getByRole('button', { name: '生成同步链接' }).click();
    await inSight('生成同步链接', ['关闭']);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '属性' }).click();
    await inSight('工作簿属性', ['取消', '确定']);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('menuitem', { name: '同步包…' }).click();
    await inSight('导出同步包', ['取消', '导出']);
  }
);

test(
  'sharing and working together fit their screens',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser);
    await cell(li, 2, '三级指标').click();
    await expect(cell(wang, 2, '三级指标')).toHaveAttribute('data-peer', '李明');
    await wang.getByRole('tab', { name: '成员' }).click();
    await show(wang, 'two-people');

    await wang.getByRole('button', { name: '生成同步链接' }).click();
    const dialog = wang.getByRole('dialog', { name: '生成同步链接' });
    await dialog.getByRole('button', { name: '生成链接' }).click();
    await expect(dialog.getByLabel('同步链接', { exact: true })).toBeVisible();
    await show(wang, 'share-dialog');
  }
);

test(
  'comments on a cell and on a field fit their screens',
  { tag: '@long' },
  async ({ page, browser }) => {
    const { wang, li } = await workTogether(page, browser);
    const box = li.getByRole('textbox', { name: '批注内容' });
    for (const place of [cell(li, 4, '指标值'), li.getByLabel('预算数')]) {
      await place.click();
      await li.keyboard.press('Shift+F2');
      await box.fill('请@王芳补充依据，去年的批复里写的不是这个数，附件里也没有说明');
      await li.keyboard.press('Control+Enter');
      await expect(box).toBeHidden();
    }
    await wang.getByRole('tab', { name: /^批注 2/ }).click();
    const listed = wang.getByRole('list', { name: '批注', exact: true }).getByRole('button');
    await expect(listed).toHaveCount(2);
    await show(wang, 'comments');
    await wang.emulateMedia({ colorScheme: 'dark' });
    await listed.last().click();
    await wang.getByRole('textbox', { name: '回复' }).fill('已经补上，@');
    await show(wang, 'comment-thread-dark');
  }
);
