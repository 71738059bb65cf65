import { createRawSnippet, mount, unmount } from 'svelte';
import { expect, it } from 'vitest';
import MessagePieces from '#lib/messages/MessagePieces.svelte';
import type { MessagePart, Piece } from '#lib/messages/translate.ts';

/** What a text shows whose pieces are bold, and hold the values that are given for them. */
function shown(parts: readonly MessagePart[], inner: readonly unknown[]): string {
  const piece = createRawSnippet((piece: () => Piece) => ({
    render: () => '<b></b>',
    setup: (target) => {
      const within = mount(MessagePieces, { target, props: { x: piece(), n: true, a: inner } });
      return () => void unmount(within);
    }
  }));
  const page = mount(MessagePieces, {
    target: document.body,
    props: { x: parts, t: [piece], a: [3] }
  });
  const html = document.body.innerHTML.replace(/<!--.*?-->/g, '').trim();
  void unmount(page);
  return html;
}

it('a text with marked-up pieces shows words, values and counted words, in the pieces and beside them', () => {
  const rows = { of: 0, one: 'row', many: 'rows' };
  const parts: MessagePart[] = ['All ', [0, 0, ' ', rows], ' of ', 0, ' ', rows];
  expect(shown(parts, [1])).toBe('All <b>1 row</b> of 3 rows');
  expect(shown(parts, [2])).toBe('All <b>2 rows</b> of 3 rows');
});
