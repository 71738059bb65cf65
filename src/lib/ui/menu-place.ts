import type { Attachment } from 'svelte/attachments';

/** Pixels that are left free between a menu and the edges of the window. */
const EDGE = { near: 4, far: 8 };

/**
 * Opens a menu at a place on the screen, in pixels, or as near to it as the window lets it lie whole. The
 * keyboard goes into it, and back to where it was when the menu is closed.
 */
export function openedAt(x: number, y: number): Attachment<HTMLElement> {
  return (menu) => {
    const before = document.activeElement;
    const { width, height } = menu.getBoundingClientRect();
    menu.style.left = `${Math.max(EDGE.near, Math.min(x, innerWidth - width - EDGE.far))}px`;
    menu.style.top = `${Math.max(EDGE.near, Math.min(y, innerHeight - height - EDGE.far))}px`;
    menu.querySelector('button')?.focus();
    return () => before instanceof HTMLElement && before.focus();
  };
}

/**
 * Closes a menu that the pointer is pressed outside of. It is not the browser's popover, which Chromium has
 * only from 114 on.
 */
export function closedOutside(onclose: () => void): Attachment<HTMLElement> {
  return (menu) => {
    const onpointerdown = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && menu.contains(target))) onclose();
    };
    addEventListener('pointerdown', onpointerdown, { capture: true });
    return () => removeEventListener('pointerdown', onpointerdown, { capture: true });
  };
}
