import type { StorageFault } from '#lib/storage/database.ts';

export type { StorageFault };

/** What came of a change to the cabinet: the workbook that it was made to, or why the device could not keep it. */
export type StoreResult =
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly fault: StorageFault };
