import { goto } from '$app/navigation';
import type { Cabinet } from '#lib/workspace/cabinet.svelte.ts';
import type { Notices } from '#lib/workspace/notices.svelte.ts';
import type { OpenWorkbook } from '#lib/workspace/open-workbook.svelte.ts';
import { CABINET_FAULTS } from './wording.ts';

/**
 * Stores what is on screen as a workbook of one's own, which is not shared, and opens it. Says so, or
 * why the device could not.
 */
export async function saveCopy(
  opened: OpenWorkbook,
  cabinet: Cabinet,
  notices: Notices
): Promise<void> {
  const saving = await opened.settled();
  const copied =
    saving.state === 'failed'
      ? { ok: false as const, fault: saving.fault }
      : await cabinet.duplicate(opened.id);
  if (!copied.ok) return notices.fail(CABINET_FAULTS[copied.fault]);
  await goto(`/w/${copied.id}`);
  notices.say('已另存一份，现在打开的是您自己的副本，可以修改');
}
