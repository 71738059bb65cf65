/** A box out of sight that has the keyboard for one that is not on the page yet. */
interface Catcher {
  readonly input: HTMLInputElement;
  /** What had the keyboard before. */
  readonly before: Element | null;
  /** Enter and Esc, in the order in which they were pressed. */
  readonly keys: KeyboardEvent[];
  composing: boolean;
}

/** There is one keyboard. */
let catcher: Catcher | null = null;

/**
 * Takes the keyboard for a box while that is loaded: in the cell that has it, what is typed would write
 * over what stands there. It is kept until the box takes it; where the box cannot be loaded, it goes back.
 */
export async function typedWhile<Loaded>(loading: Promise<Loaded>, name: string): Promise<Loaded> {
  const { activeElement } = document;
  const { input } = (catcher ??= newCatcher());
  input.ariaLabel = name;
  input.focus();
  try {
    return await loading;
  } catch (error) {
    input.remove();
    catcher = null;
    if (activeElement instanceof HTMLElement) activeElement.focus();
    throw error;
  }
}

/** What has the keyboard, or had it before it was taken for a box that is loaded. */
export function keyboardHolder(): Element | null {
  return catcher?.before ?? document.activeElement;
}

/** What is loaded, once no composition is under way that the box would cut off by taking the keyboard. */
export async function onceComposed<Loaded>(loading: Promise<Loaded>): Promise<Loaded> {
  const loaded = await loading;
  while (catcher?.composing) {
    const { input } = catcher;
    await new Promise((resolve) => {
      input.addEventListener('compositionend', resolve, { once: true });
    });
  }
  return loaded;
}

/**
 * Gives the keyboard to a box that has come to the page, with what has been typed for it by then: the box
 * hears of it as if it had been typed there. Without that, what the box holds is selected.
 */
export function takeKeyboard(box: HTMLInputElement): void {
  const typed = catcher?.input.value ?? '';
  const keys = catcher?.keys ?? [];
  if (typed !== '') {
    box.value = typed;
    box.dispatchEvent(new InputEvent('input'));
  }
  box.focus();
  catcher?.input.remove();
  catcher = null;
  if (typed === '') box.select();
  for (const { key, shiftKey } of keys) {
    const options = { key, shiftKey, bubbles: true, cancelable: true };
    box.dispatchEvent(new KeyboardEvent('keydown', options));
  }
}

function newCatcher(): Catcher {
  const input = document.createElement('input');
  input.className = 'visually-hidden';
  // Where not even one sign has room, Chromium leaves the caret before what is typed.
  Object.assign(input.style, { width: '15em', height: '2em' });
  document.body.append(input);
  const made: Catcher = { input, before: document.activeElement, keys: [], composing: false };
  input.addEventListener('compositionstart', () => (made.composing = true));
  input.addEventListener('compositionend', () => (made.composing = false));
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
    event.preventDefault();
    made.keys.push(event);
  });
  return made;
}
