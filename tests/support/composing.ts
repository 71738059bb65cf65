import { cdp } from 'vitest/browser';

/** Shows a text in the composition that an input method has begun, or begins one, in a browser test. */
export async function compose(text: string): Promise<void> {
  await pressInComposition('KeyN');
  await cdp().send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length
  });
}

/** A key that goes to the input method while it composes, as browsers report it. */
export async function pressInComposition(code: string): Promise<void> {
  await cdp().send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    windowsVirtualKeyCode: 229,
    key: 'Process',
    code
  });
}

/** Ends the composition with the text that was chosen. */
export async function chooseComposed(text: string): Promise<void> {
  await cdp().send('Input.insertText', { text });
}
