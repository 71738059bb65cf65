/**
 * The version of what pages and sync server say to each other. A page and a server of different
 * versions exchange nothing, so that neither spoils what the other has. Raised when an older page
 * or server would misread what a newer one writes.
 */
export const SYNC_VERSION = 1;
