import { untrack } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/**
 * Binds an input to a text that changes at every sign typed, but not with the letters of a composition:
 * those are not what somebody means to write.
 */
export function composedText(
  current: () => string,
  change: (text: string) => void
): Attachment<HTMLInputElement> {
  return (input) => {
    // At once, for whoever selects it when it comes to the page.
    input.value = untrack(current);
    const take = (event: Event) => {
      if (!(event instanceof InputEvent && event.isComposing)) change(input.value);
    };
    input.addEventListener('input', take);
    input.addEventListener('compositionend', take);
    $effect(() => {
      const text = current();
      if (input.value !== text) input.value = text;
    });
    return () => {
      input.removeEventListener('input', take);
      input.removeEventListener('compositionend', take);
    };
  };
}
