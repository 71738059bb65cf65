import type { Attachment } from 'svelte/attachments';
import type { View } from '#lib/workspace/view.svelte.ts';

/**
 * Shows the field inside an element when somebody goes to it: the passage that is meant, where there
 * is one, else the field; with the keyboard, the passage is selected. Bound once, to one field.
 */
export function jumpedTo(view: View, sheet: string, field: string): Attachment<HTMLElement> {
  return (element) => {
    const { jump } = view;
    if (jump?.place.sheet !== sheet || jump.place.field !== field) return;
    const passage = element.querySelector('mark');
    if (passage) passage.scrollIntoView({ block: 'center' });
    else element.scrollIntoView({ block: 'nearest' });
    const input = element.querySelector<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
    if (!jump.focus || !input) return;
    input.focus({ preventScroll: passage !== null });
    if (jump.place.range) input.setSelectionRange(...jump.place.range);
  };
}
