import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useDesk } from '#tests/support/desk.ts';
import { showSheet, type ShownSheet } from '#tests/support/sheet-alone.ts';
import { smallWorkbook } from '#tests/support/workbooks.ts';

const desk = useDesk();
const TARGET = 4;

const card = () => page.getByRole('group', { name: '粘贴的内容' });
const button = (name: string) => page.getByRole('button', { name });

/** A sheet into whose first target another program's text was pasted, which the program cleans. */
async function pasted(): Promise<ShownSheet> {
  const shown = await showSheet(desk, smallWorkbook(), 'p1');
  await userEvent.click(shown.cell(0, TARGET));
  await paste('≥１５公里');
  return shown;
}

async function paste(text: string): Promise<void> {
  await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
  document.activeElement!.dispatchEvent(event);
  await expect.element(card()).toBeVisible();
  await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
}

it('leaves the keyboard in the grid until Ctrl is pressed by itself', async () => {
  const shown = await pasted();
  await userEvent.keyboard('{Control>}c{/Control}');
  expect(document.activeElement?.tagName).toBe('TEXTAREA');
  await userEvent.keyboard('{Control}');
  await expect.element(button('清洗')).toHaveFocus();
  await userEvent.keyboard('{ArrowLeft}{Enter}');
  await expect.poll(() => shown.texts('target')[0]).toBe('≥１５公里');
  await expect.poll(() => card().element().textContent).toContain('按原样粘贴');
  await expect.poll(() => document.activeElement?.tagName).toBe('TEXTAREA');
  await userEvent.keyboard('{ArrowDown}x{Enter}');
  expect(shown.texts('target')).toEqual(['≥１５公里', 'x', '≥18个']);
});

it('takes the paste back by the keyboard, and gives the keyboard back to the cell', async () => {
  const shown = await pasted();
  await userEvent.keyboard('{Control}{ArrowRight}');
  await expect.element(button('撤销')).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(card()).not.toBeInTheDocument();
  expect(shown.texts('target')[0]).toBe('≥12公里');
  await userEvent.keyboard('{ArrowDown}x{Enter}');
  expect(shown.texts('target')).toEqual(['≥12公里', 'x', '≥18个']);
});

it('closes with Esc, from within too, and hears no Ctrl while a cell is typed into', async () => {
  const shown = await pasted();
  await userEvent.keyboard('{ArrowDown}x{Control}y{Enter}');
  expect(shown.texts('target')[1]).toBe('xy');
  await expect.element(card()).not.toBeInTheDocument();
  // A second click so soon would open the cell.
  await userEvent.keyboard('{ArrowUp}{ArrowUp}');
  await paste('≥１６公里');
  await userEvent.keyboard('{Control}{Escape}');
  await expect.element(card()).not.toBeInTheDocument();
  expect(document.activeElement?.tagName).toBe('TEXTAREA');
});
