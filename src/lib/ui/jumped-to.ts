import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { Jump, View } from '#lib/workspace/view.svelte.ts';

/**
 * Shows the field inside an element when somebody goes to it: the passage that is meant, where there
 * is one, else the field; with the keyboard, the passage is selected. Bound once, to one field.
 */
export function jumpedTo(view: View, sheet: string, field: string): Attachment<HTMLElement> {
  return (element) => {
    const { jump } = view;
    if (jump?.place.sheet !== sheet || jump.place.field !== field) return;
    // On a sheet that has just been put on the page the field has its height only then.
    void tick().then(() => element.isConnected && show(element, jump));
  };
}

function show(element: HTMLElement, { place, focus }: Jump): void {
  const passage = element.querySelector('mark');
  if (passage) passage.scrollIntoView({ block: 'center' });
  else element.scrollIntoView({ block: 'nearest' });
  const input = element.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
  if (!focus || !input) return;
  input.focus({ preventScroll: passage !== null });
  if (place.range) input.setSelectionRange(...place.range);
}
