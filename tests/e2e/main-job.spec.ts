import { chooseFiles, paperFile, storeInCabinet } from '#tests/support/cabinet.ts';
import { expect, test } from '#tests/support/fixtures.ts';
import type { Locator, Page } from '#tests/support/fixtures.ts';
import { compose } from '#tests/support/input-method.ts';
import { hasSeeds, sampleText, seedText, WITHOUT_SEEDS } from '#tests/support/papers.ts';
import { makeLink, openLink } from '#tests/support/sharing.ts';
import { visit } from '#tests/support/visit.ts';
import {
  cell,
  currentCell,
  errorsOn,
  expectKeyboardInGrid,
  expectSaved,
  listedProblems,
  outlineEntry,
  statusLine,
  typeInto
} from '#tests/support/workbook-page.ts';

/** A paper, what it holds, and a violation in it that a person mends by typing. */
interface Paper {
  readonly name: string;
  readonly text: () => string;
  readonly tables: number;
  readonly rows: number;
  readonly violation: string;
  readonly mended: string;
  readonly jump: 'F8' | 'Enter' | 'double click';
}

const SAMPLES: readonly Paper[] = [
  {
    name: 'converted-word',
    text: () => sampleText('converted-word'),
    tables: 4,
    rows: 23,
    violation: '日期写错',
    mended: '2023年6月27日前',
    jump: 'F8'
  },
  {
    name: 'converted-word-plain',
    text: () => sampleText('converted-word-plain'),
    tables: 4,
    rows: 22,
    violation: '指标值是未填的选项',
    mended: '≥13次',
    jump: 'Enter'
  },
  {
    name: 'pdf-rows',
    text: () => sampleText('pdf-rows'),
    tables: 4,
    rows: 26,
    violation: '日期写错',
    mended: '2025年9月27日前',
    jump: 'double click'
  }
];

const SEEDS: readonly Paper[] = [
  {
    name: '000',
    text: () => seedText('000'),
    tables: 9,
    rows: 54,
    violation: '日期写错',
    mended: '2023年11月27日前',
    jump: 'Enter'
  },
  {
    name: '001',
    text: () => seedText('001'),
    tables: 11,
    rows: 55,
    violation: '指标值是未填的选项',
    mended: '≥13次',
    jump: 'double click'
  },
  {
    name: '002',
    text: () => seedText('002'),
    tables: 10,
    rows: 70,
    violation: '日期写错',
    mended: '2023年11月27日前',
    jump: 'Enter'
  }
];

/** Imports the paper by the file dialog, looking at the preview on the way. */
async function importPaper(page: Page, { name, text, tables, rows }: Paper): Promise<void> {
  await visit(page);
  await chooseFiles(page, paperFile(name, text()));
  const found = page.getByRole('region', { name: '识别结果' });
  await expect(found).toContainText(`认出 ${tables} 张项目绩效目标表、${rows} 行指标`);
  await expect(found).toContainText('原文的每一行都有着落');
  await expect(page.getByRole('region', { name: '原文' })).toBeVisible();
  await storeInCabinet(page);
}

async function jumpTo(page: Page, problem: Locator, by: Paper['jump']): Promise<void> {
  const button = problem.locator('[data-problem]');
  if (by === 'F8') await pressF8Until(page, problem);
  else if (by === 'double click') await button.dblclick();
  else {
    await button.focus();
    await button.press('Enter');
  }
  await expect(button).toHaveAttribute('aria-current', 'true');
}

/** Goes from problem to problem, as a person does who looks for one. */
async function pressF8Until(page: Page, problem: Locator): Promise<void> {
  for (let step = 0; step < 10; step += 1) {
    await page.keyboard.press('F8');
    if ((await problem.locator('[aria-current=true]').count()) > 0) return;
  }
}

/** The number of the row that a problem speaks of. */
async function rowOf(problem: Locator): Promise<number> {
  const [, row] = /第 (\d+) 行/.exec(await problem.innerText()) ?? [];
  if (row === undefined) throw new Error('the problem names no row');
  return Number(row);
}

function runsThrough(paper: Paper, tag: string[] = []): void {
  const { violation, mended } = paper;
  test(
    `the main job runs through with ${paper.name}`,
    { tag },
    async ({ page, server, browser }) => {
      await importPaper(page, paper);
      await expect(outlineEntry(page, /^\d+\./)).toHaveCount(paper.tables);

      await page.getByLabel('筛选问题').fill(violation);
      const problem = listedProblems(page)
        .filter({ has: page.getByText(violation, { exact: true }) })
        .first();
      const row = await rowOf(problem);
      const sheet = await problem.locator('xpath=ancestor::section[1]').getAttribute('aria-label');
      if (sheet === null) throw new Error('the problem stands under no sheet');
      const entry = outlineEntry(page, sheet.replace(/绩效目标表$/, ''));
      const before = { sheet: await errorsOn(entry), all: await errorsOn(statusLine(page)) };

      await jumpTo(page, problem, paper.jump);
      const target = cell(page, row, '指标值');
      await expect(target).toHaveClass(/\bcurrent\b/);
      await expect(target).toHaveAccessibleDescription(new RegExp(violation));
      await expectKeyboardInGrid(page);
      await compose(page, mended);
      await page.keyboard.press('Enter');

      const expectMended = async () => {
        await expect(target).toHaveText(mended);
        await expect(target).toHaveAccessibleDescription('');
        await expect.poll(() => errorsOn(entry)).toBeLessThan(before.sheet);
        const gone = before.sheet - (await errorsOn(entry));
        await expect.poll(() => errorsOn(statusLine(page))).toBe(before.all - gone);
      };
      await expectMended();
      await page.getByLabel('筛选问题').fill('');

      await outlineEntry(page, '指标总表').click();
      await page.getByRole('tab', { name: '历史' }).click();
      await page.getByRole('button', { name: `→ “${mended}”` }).click();
      await expect(currentCell(page)).toHaveText(mended);
      await expect(currentCell(page)).toHaveAccessibleDescription('');
      await entry.click();
      await page.getByRole('tab', { name: '问题' }).click();

      await expectSaved(page);
      await server.kill();
      await page.reload();
      await expectMended();

      await server.restart();
      const other = await openLink(browser, await makeLink(page, '王芳'));
      await outlineEntry(other, sheet.replace(/绩效目标表$/, '')).click();
      await expect(cell(other, row, '指标值')).toHaveText(mended);
      await typeInto(other, cell(other, row, '绩效指标描述'), '由同事补写的描述');
      await expect(cell(page, row, '绩效指标描述')).toHaveText('由同事补写的描述');
    }
  );
}

for (const [at, paper] of SAMPLES.entries()) runsThrough(paper, at === 0 ? [] : ['@long']);

test.describe('on real papers', () => {
  test.skip(!hasSeeds, WITHOUT_SEEDS);
  for (const paper of SEEDS) runsThrough(paper, ['@long']);
});

test('a fix offered by a problem mends it, and undo brings both back', async ({ page }) => {
  await importPaper(page, SAMPLES[0]!);
  await page.getByLabel('筛选问题').fill('成本指标的方向反了');
  const problem = listedProblems(page).filter({ hasText: '成本指标的方向反了' });
  await jumpTo(page, problem, 'Enter');
  await expect(currentCell(page)).toHaveText('≥2万元');

  await problem.getByRole('button', { name: '改为 ≤2万元' }).click();
  await expect(currentCell(page)).toHaveText('≤2万元');
  await expect(problem).toHaveCount(0);

  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(currentCell(page)).toHaveText('≥2万元');
  await expect(problem).toHaveCount(1);
});
