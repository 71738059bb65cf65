import { partKey, type SheetPart } from '#lib/workspace/find/text-key.ts';
import type { View } from '#lib/workspace/view.svelte.ts';

/** What 查找 has found in one text. */
export interface FoundIn {
  readonly ranges: readonly (readonly [from: number, to: number])[];
  /** Whether it is the one that is looked at. */
  readonly current: boolean;
}

const NOTHING: FoundIn = { ranges: [], current: false };

/** What 查找 has found in a field, or in the title or note of a sheet. */
export function foundIn({ finder }: View, sheet: string, part: SheetPart): FoundIn {
  const key = partKey(sheet, part);
  const ranges = finder?.marks?.cells.get(key);
  return ranges ? { ranges, current: finder?.marks?.current === key } : NOTHING;
}
