import type { CDPSession, Page } from '@playwright/test';

/** A composition of an input method that has not been committed yet. */
export interface Composition {
  /** Shows more or other text in the composition. */
  show(text: string): Promise<void>;
  /** Ends it with the text that was chosen. */
  commit(text: string): Promise<void>;
}

/** Begins a composition where the keyboard is, as the first key pressed with an input method does. */
export async function beginComposition(page: Page, text: string): Promise<Composition> {
  const session = await page.context().newCDPSession(page);
  const show = (shown: string) =>
    session.send('Input.imeSetComposition', {
      text: shown,
      selectionStart: shown.length,
      selectionEnd: shown.length
    });
  await pressProcessKey(session);
  await show(text);
  return {
    show: async (shown) => void (await show(shown)),
    async commit(chosen) {
      await session.send('Input.insertText', { text: chosen });
      await session.detach();
    }
  };
}

/** Types with an input method: letters are composed, then the text is chosen. */
export async function compose(page: Page, text: string): Promise<void> {
  const composition = await beginComposition(page, 'n');
  await composition.show('ni');
  await composition.commit(text);
}

/** The key that browsers report while an input method takes the keyboard. */
async function pressProcessKey(session: CDPSession): Promise<void> {
  await session.send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    windowsVirtualKeyCode: 229,
    key: 'Process',
    code: 'KeyN'
  });
}
