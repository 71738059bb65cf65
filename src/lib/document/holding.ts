import type { Edit } from '#lib/model/edit.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import type { Memory } from './memory.ts';
import { versionEdit } from './restoring.ts';
import { differingKeys } from './settings.ts';

/** What the log calls an edit that holds a workbook to what was approved. */
const LABEL = '审定后的修改放进迟到修改';

/**
 * The edit that makes of a locked workbook what was approved; null where nothing differs. Waivers are no part
 * of it: like comments, they stay possible for those who did not know of the lock.
 */
export function holdingEdit(memory: Memory, approved: Workbook): Edit | null {
  const { waivers, settings } = memory.workbook;
  const { changes } = versionEdit(memory, { ...approved, waivers }, '');
  // The same settings may have been put together in another order.
  const telling = changes.filter(
    (change) => change.do !== 'settings' || differingKeys(settings, change.settings).length > 0
  );
  return telling.length > 0 ? { label: LABEL, changes: telling } : null;
}
