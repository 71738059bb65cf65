import type { StorageFault } from './database.ts';

/** What the device keeps of a document. It says `saved` only once the browser has committed the edit. */
export type Saving =
  | { readonly state: 'saved'; readonly at: Date | null }
  | { readonly state: 'saving'; readonly pending: number }
  | { readonly state: 'failed'; readonly fault: StorageFault; readonly pending: number };

/** What several documents of one workbook amount to: the worst of them. */
export function worstSaving(savings: readonly Saving[]): Saving {
  const pending = savings.reduce((sum, saving) => {
    return sum + (saving.state === 'saved' ? 0 : saving.pending);
  }, 0);
  for (const saving of savings) {
    if (saving.state === 'failed') return { ...saving, pending };
  }
  if (pending > 0) return { state: 'saving', pending };
  const times = savings.flatMap((saving) => {
    return saving.state === 'saved' && saving.at ? [saving.at.getTime()] : [];
  });
  return { state: 'saved', at: times.length > 0 ? new Date(Math.max(...times)) : null };
}
