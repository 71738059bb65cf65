import type { Pasted } from '#lib/importers/pasted.ts';
import type { ClipboardBlock } from '#lib/model/clipboard-block.ts';

/**
 * Reads the tables of a clipboard for a grid; null where its HTML holds none. The reader comes with the
 * first paste; rejects where it cannot be fetched.
 */
export async function readPastedHtml(pasted: Pasted): Promise<ClipboardBlock | null> {
  const { readClipboardBlock } = await import('#lib/importers/clipboard/clipboard-block.ts');
  return readClipboardBlock(pasted);
}
