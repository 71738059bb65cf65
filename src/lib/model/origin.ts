/**
 * Who made a transaction. `storage` and `network` bring what is already kept elsewhere; `tab` comes
 * from another window of the same browser.
 */
export type Origin = 'user' | 'undo' | 'import' | 'storage' | 'network' | 'tab';
