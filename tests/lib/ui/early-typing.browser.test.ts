import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { onceComposed, takeKeyboard, typedWhile } from '#lib/ui/early-typing.ts';
import { chooseComposed, compose } from '#tests/support/composing.ts';
import '#lib/ui/theme.css';

let cell: HTMLInputElement;
let box: HTMLInputElement;
let load: () => void;
let loading: Promise<void>;

/** What a box hears, such as `input 验收` and `keydown Enter`. */
let heard: string[];

beforeEach(() => {
  cell = document.createElement('input');
  box = document.createElement('input');
  heard = [];
  box.addEventListener('input', () => heard.push(`input ${box.value}`));
  box.addEventListener('keydown', ({ key }) => heard.push(`keydown ${key}`));
  document.body.append(cell);
  cell.focus();
  loading = new Promise((resolve) => (load = resolve));
});

afterEach(() => {
  cell.remove();
  box.remove();
});

/** Brings the box to the page, as soon as it may come. */
async function bring(): Promise<void> {
  await onceComposed(loading);
  document.body.append(box);
  takeKeyboard(box);
}

describe('what is typed for a box that is not there yet', () => {
  it('goes to it, also what comes between its loading and its coming to the page', async () => {
    const caught = typedWhile(loading, '查找内容');
    await userEvent.keyboard('验');
    load();
    await caught;
    await userEvent.keyboard('收');
    await bring();
    await userEvent.keyboard('合格');
    expect([box.value, cell.value]).toEqual(['验收合格', '']);
    expect(heard[0]).toBe('input 验收');
    expect(document.querySelectorAll('input')).toHaveLength(2);
  });

  it('is followed by the Enter that was pressed behind it', async () => {
    void typedWhile(loading, '查找内容');
    await userEvent.keyboard('验收{Enter}');
    load();
    await bring();
    expect(heard).toEqual(['input 验收', 'keydown Enter']);
  });

  it('waits for a composition that is under way, which loses nothing', async () => {
    void typedWhile(loading, '查找内容');
    await compose('y');
    load();
    const brought = bring();
    await compose('yan');
    await loading;
    expect(box.isConnected).toBe(false);
    await chooseComposed('验');
    await brought;
    await userEvent.keyboard('收');
    expect([box.value, cell.value]).toEqual(['验收', '']);
  });

  it('is for nobody where the box cannot be loaded, and the keyboard goes back', async () => {
    const caught = typedWhile(Promise.reject(new Error('no network')), '查找内容');
    await expect(caught).rejects.toThrow('no network');
    expect(document.activeElement).toBe(cell);
  });
});

it('selects what the box holds where nothing was typed', async () => {
  box.value = '河道';
  load();
  await bring();
  await userEvent.keyboard('验');
  expect(box.value).toBe('验');
});
