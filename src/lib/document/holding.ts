import type { Author } from '#lib/model/author.ts';
import type { Edit } from '#lib/model/edit.ts';
import type { Workbook } from '#lib/model/workbook.ts';
import { inversesOf } from './inverse.ts';
import { LateAuthors } from './late-authors.ts';
import type { LogEntry } from './log.ts';
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

/** Who wrote what an edit that holds a workbook to what was approved puts aside, as far as the log says. */
export function authorsAside(
  memory: Memory,
  entries: readonly LogEntry[],
  { changes }: Edit
): readonly Author[] {
  const authors = new LateAuthors(entries);
  return inversesOf(memory, changes).flatMap((late, at) => {
    const deed = authors.of(late.length > 0 ? late : [changes[at]!]);
    return deed ? [deed.by] : [];
  });
}
