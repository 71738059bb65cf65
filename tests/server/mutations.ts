import * as Y from 'yjs';
import type { Random } from './random.ts';

/** Cells and prose, written and deleted, and the updates that came of it. */
export function writtenDocument(): { document: Y.Doc; updates: readonly Uint8Array[] } {
  const document = new Y.Doc();
  const updates: Uint8Array[] = [];
  document.on('update', (update: Uint8Array) => updates.push(update));
  const cells = document.getMap('cells');
  const prose = document.getText('prose');
  for (let edit = 0; edit < 40; edit++) {
    cells.set(`r${edit % 7}/target`, `第${edit}次`);
    prose.insert(Math.floor(prose.length / 2), '完成率');
    if (edit % 3 === 0) prose.delete(0, 1);
  }
  return { document, updates: [...updates, Y.encodeStateAsUpdate(document)] };
}

/** An update with one to three bytes changed, or cut off. */
export function mutated(updates: readonly Uint8Array[], random: Random): Uint8Array {
  const below = (end: number) => Math.floor(random() * end);
  const bytes = Uint8Array.from(updates[below(updates.length)] ?? []);
  for (let count = below(3); count >= 0; count--) bytes[below(bytes.length)] = below(256);
  return below(10) === 0 ? bytes.slice(0, below(bytes.length)) : bytes;
}
