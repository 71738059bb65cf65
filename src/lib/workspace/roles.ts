import type { SharedRole, Sharing } from '#lib/storage/catalogue.ts';

export type { SharedRole };

/** What somebody may do in a workbook; whoever has not shared it owns it. */
export function roleIn(sharing: Sharing | null): SharedRole {
  return sharing?.role ?? 'owner';
}

/** Whether a role lets one change tables and texts. */
export function mayEdit(role: SharedRole): boolean {
  return role === 'edit' || role === 'owner';
}

/** Whether a role lets one accept problems, which writes the comments alone. */
export function mayComment(role: SharedRole): boolean {
  return role === 'comment' || mayEdit(role);
}
