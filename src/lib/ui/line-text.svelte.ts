import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { onCommitTyping } from './typing.ts';

/**
 * Binds an input to one text of the document: what is typed is handed in by Enter, by leaving it and
 * when the page goes away; Alt+Enter is left to break a line; Esc takes it back; a colleague's text comes in unless something is being
 * typed here.
 *
 * `commit` is called with what this input was made for, which it must have bound: at the end the
 * page may show another sheet already. It answers false where it does not take the text.
 */
export function lineText(
  current: () => string,
  commit: (text: string) => boolean | void
): Attachment<HTMLInputElement | HTMLTextAreaElement> {
  return (input) => {
    let base = '';

    const show = (text: string) => {
      base = text;
      input.value = text;
      delete input.dataset.dirty;
    };

    const handIn = () => {
      if (input.dataset.dirty === undefined) return;
      delete input.dataset.dirty;
      const typed = input.value;
      if (typed === base) return;
      const shown = base;
      base = typed;
      if (commit(typed) === false) show(shown);
    };

    const onkeydown = ({ key, altKey, isComposing }: KeyboardEvent) => {
      if (isComposing) return;
      if (key === 'Enter' && !altKey) handIn();
      if (key === 'Escape') show(untrack(current));
    };

    $effect(() => {
      const text = current();
      if (input.dataset.dirty === undefined) show(text);
    });

    const end = new AbortController();
    const { signal } = end;
    input.addEventListener('input', () => (input.dataset.dirty = ''), { signal });
    input.addEventListener('blur', handIn, { signal });
    (input as HTMLElement).addEventListener('keydown', onkeydown, { signal });
    const stop = onCommitTyping(handIn);
    return () => {
      handIn();
      stop();
      end.abort();
    };
  };
}
