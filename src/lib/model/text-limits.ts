/** The longest text of a cell or a line, in bytes of UTF-8: far below what the sync server takes at once. */
export const LONGEST_TEXT = 32 * 1024;

/** The longest prose of a field, in bytes of UTF-8. */
export const LONGEST_PROSE = 1024 * 1024;
