/** Not in a database: Chromium deletes all of those of an origin where it finds that they are damaged. */
const KEY = 'jibiao-workbooks';

/** How many workbooks this device had when it was noted last; 0 where that cannot be read. */
export function notedCount(): number {
  try {
    return Number(localStorage.getItem(KEY)) || 0;
  } catch {
    return 0;
  }
}

/** Notes how many workbooks this device has, where the browser keeps anything. */
export function noteCount(count: number): void {
  try {
    localStorage.setItem(KEY, String(count));
  } catch {
    // Then nobody is told what is missing, as without the note.
  }
}
