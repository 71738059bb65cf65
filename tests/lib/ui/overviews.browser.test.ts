import { mount, unmount } from 'svelte';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { fieldText, findSheet } from '#lib/model/workbook.ts';
import { Installation } from '#lib/workspace/installation.svelte.ts';
import { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { ALL_INDICATORS, ALL_PROJECTS } from '#lib/workspace/overviews.ts';
import { View } from '#lib/workspace/view.svelte.ts';
import OverviewAlone from '#tests/support/OverviewAlone.svelte';
import { useDesk } from '#tests/support/desk.ts';
import { tenProjects } from '#tests/support/many-projects.ts';

const desk = useDesk();

/** A workbook of ten projects with one of its overviews on screen. */
async function shown(overview: string): Promise<{ opened: OpenWorkbook; view: View }> {
  await page.viewport(1600, 720);
  const stored = await desk.cabinet.add(tenProjects(), '导入');
  if (!stored.ok) throw new Error('the device keeps nothing');
  const opened = await desk.open(stored.id);
  const view = new View(opened, overview);
  const app = { cabinet: desk.cabinet, notices: new Notices(), installation: new Installation() };
  const made = mount(OverviewAlone, { target: document.body, props: { app, opened, view } });
  onTestFinished(() => unmount(made));
  return { opened, view };
}

/** A cell by its row, counted from 1, and the heading of its column, as it stands on screen. */
function cell(row: number, heading: string): HTMLElement {
  const heads = [...document.querySelectorAll('.ht_clone_top thead th')];
  const column = heads.findIndex(
    (head) => head.querySelector('.colHeader')?.textContent?.trim() === heading
  );
  const line = document.querySelectorAll('.ht_master tbody tr')[row - 1];
  const found = line?.children[column];
  if (!(found instanceof HTMLElement)) throw new Error(`no cell ${heading} in row ${row}`);
  return found;
}

async function select(row: number, heading: string): Promise<void> {
  await vi.waitFor(() => cell(row, heading));
  await userEvent.click(cell(row, heading));
}

/** Pastes a block as a spreadsheet puts it on the clipboard. */
function paste(...rows: readonly (readonly string[])[]): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', rows.map((row) => row.join('\t')).join('\n'));
  const target = document.activeElement ?? document.body;
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  target.dispatchEvent(event);
}

/** The words of an element, without the spaces between them. */
const wordsOf = (element: Element) => (element.textContent ?? '').replace(/\s+/g, '');

const field = (opened: OpenWorkbook, sheet: string, name: string) =>
  fieldText(findSheet(opened.workbook, sheet)!, name);
const projects = (opened: OpenWorkbook) =>
  opened.workbook.sheets.filter(({ kind }) => kind === 'project');
const edits = (opened: OpenWorkbook) => opened.history.entries.length;
const indicator = (name: string) => ['产出指标', '数量指标', name, '', '≥1个', '计划'];

describe('项目总表', () => {
  it('writes what is typed into the field of the project, and adds up', async () => {
    const { opened } = await shown(ALL_PROJECTS);
    const sums = page.getByRole('group', { name: '合计' });
    const summed = (words: string) =>
      vi.waitFor(() => expect(wordsOf(sums.element())).toContain(words));
    await summed('预算数455.00');
    await summed('455.00与预算数相符');
    await summed('1个以元为单位，已折算成万元');
    await select(2, '预算数');
    await userEvent.keyboard('120.50{Enter}');
    expect(field(opened, 'q2', 'budget')).toBe('120.50');
    await summed('预算数555.50');
    await summed('预算数多100.50');
    await vi.waitFor(() => expect(cell(2, '差额').textContent).toBe('100.50'));
  });

  it('clears, pastes and takes back over several projects, each in one step', async () => {
    const { opened } = await shown(ALL_PROJECTS);
    await select(1, '预算数');
    const before = edits(opened);
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
    expect(['q1', 'q2'].map((id) => field(opened, id, 'budget'))).toEqual(['', '']);
    await select(2, '预算数');
    paste(['5.00', '4.00'], ['6.00', '6.00'], ['7.00', '1.00']);
    expect(['q2', 'q3', 'q4'].map((id) => field(opened, id, 'fiscalFunds'))).toEqual([
      '4.00',
      '6.00',
      '1.00'
    ]);
    expect(edits(opened) - before).toBe(2);
    opened.undo();
    opened.undo();
    expect(['q1', 'q2', 'q3'].map((id) => field(opened, id, 'budget'))).toEqual([
      '10.00',
      '20.00',
      '30.00'
    ]);
  });

  it('adds, moves and deletes projects as rows, and gives a deleted one back', async () => {
    const { opened } = await shown(ALL_PROJECTS);
    await select(1, '项目名称');
    await userEvent.click(page.getByRole('button', { name: '插入行' }));
    expect(projects(opened)).toHaveLength(11);
    await userEvent.click(page.getByRole('button', { name: '下移' }));
    expect(projects(opened)[1]!.id).toBe('q1');
    await vi.waitFor(() => expect(cell(2, '编号').textContent).toBe('1.'));
    await select(2, '项目名称');
    await userEvent.click(page.getByRole('button', { name: '删除行' }));
    expect(projects(opened).some(({ id }) => id === 'q1')).toBe(false);
    await userEvent.click(page.getByRole('button', { name: '撤销' }));
    expect(projects(opened)[1]!.id).toBe('q1');
  });

  it('adds indicators that are pasted on projects to each of them', async () => {
    const { opened } = await shown(ALL_PROJECTS);
    await select(1, '项目名称');
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    const before = edits(opened);
    paste(indicator('甲'), indicator('乙'));
    expect(projects(opened).map(({ rows }) => rows.length)).toEqual([5, 5, 5, 3, 3, 3, 3, 3, 3, 3]);
    expect(edits(opened) - before).toBe(1);
    await expect.element(page.getByText('已把这 2 行指标加到选中的 3 个项目')).toBeVisible();
  });

  it('leads to the project at a problem of it', async () => {
    const { view } = await shown(ALL_PROJECTS);
    view.goTo({ sheet: 'q2', field: 'budget' });
    expect(view.shown).toBe('q2');
  });

  it('marks problems of fields in their cells and opens a project from its name', async () => {
    const { opened, view } = await shown(ALL_PROJECTS);
    await select(2, '预算数');
    await userEvent.keyboard('120.50{Enter}');
    await opened.checking.now();
    await vi.waitFor(() => expect(cell(2, '预算数').className).toMatch(/cell-(error|warning)/));
    await userEvent.click(cell(3, '项目名称'), { modifiers: ['Control'] });
    expect(view.shown).toBe('q3');
  });
});

describe('指标总表', () => {
  it('names each project once, over all of its rows', async () => {
    await shown(ALL_INDICATORS);
    await vi.waitFor(() => cell(4, '项目'));
    expect([1, 2, 3, 4].map((row) => cell(row, '项目').textContent)).toEqual([
      '1.河道清淤专项经费',
      '',
      '',
      '2.饮用水水质检测费'
    ]);
    const heading = page.getByRole('heading', { name: /^指标总表/ });
    expect(wordsOf(heading.element())).toContain('10个项目，30行指标：产出20，效益10');
  });

  it('puts pasted rows into the projects that they name', async () => {
    const { opened } = await shown(ALL_INDICATORS);
    await select(1, '项目');
    paste(['饮用水水质检测费', ...indicator('甲')], ['', ...indicator('乙')]);
    expect(
      projects(opened)
        .map(({ rows }) => rows.length)
        .slice(0, 3)
    ).toEqual([3, 5, 3]);
    await expect.element(page.getByText('已粘贴 2 行到 1 个项目')).toBeVisible();
  });

  it('asks where rows of an unknown project go, and makes it', async () => {
    const { opened } = await shown(ALL_INDICATORS);
    await select(1, '项目');
    paste(['渠道防渗工程费', ...indicator('甲')], ['10.水利工程白蚁防治费', ...indicator('乙')]);
    const dialog = page.getByRole('dialog', { name: '粘贴到各个项目' });
    await expect.element(dialog.getByRole('combobox')).toHaveDisplayValue('新建这个项目');
    await userEvent.click(dialog.getByRole('button', { name: '粘贴 2 行到 2 个项目' }));
    const made = projects(opened).at(-1)!;
    expect([made.number, fieldText(made, 'projectName'), made.rows.length]).toEqual([
      '11.',
      '渠道防渗工程费',
      1
    ]);
  });

  it('moves rows to another project with their comments, and back in one step', async () => {
    const { opened } = await shown(ALL_INDICATORS);
    opened.comments.begin({ sheet: 'q1', row: 'q1-r1', column: 'target' }, '请补充依据');
    await select(1, '三级指标');
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await userEvent.click(cell(2, '三级指标'), { button: 'right' });
    await userEvent.click(page.getByRole('menuitem', { name: '移到其他项目…' }));
    const dialog = page.getByRole('dialog', { name: '移动 2 行到其他项目' });
    await userEvent.fill(dialog.getByRole('searchbox', { name: '查找项目' }), '白蚁');
    await userEvent.click(dialog.getByRole('radio'));
    await userEvent.click(dialog.getByRole('button', { name: '移动' }));
    const ids = (sheet: string) => findSheet(opened.workbook, sheet)!.rows.map(({ id }) => id);
    expect(ids('q1')).toEqual(['q1-r3']);
    expect(ids('q10')).toEqual(['q10-r1', 'q1-r1', 'q10-r2', 'q1-r2', 'q10-r3']);
    expect(opened.comments.at({ sheet: 'q10', row: 'q1-r1', column: 'target' })).toHaveLength(1);
    await userEvent.click(page.getByRole('button', { name: '撤销' }));
    expect(ids('q1')).toEqual(['q1-r1', 'q1-r2', 'q1-r3']);
  });

  it('steps over the border between two projects', async () => {
    const { opened } = await shown(ALL_INDICATORS);
    await select(3, '三级指标');
    await userEvent.click(page.getByRole('button', { name: '下移' }));
    expect(findSheet(opened.workbook, 'q2')!.rows[0]!.id).toBe('q1-r3');
    await userEvent.click(page.getByRole('button', { name: '上移' }));
    expect(findSheet(opened.workbook, 'q1')!.rows.at(-1)!.id).toBe('q1-r3');
  });
});
