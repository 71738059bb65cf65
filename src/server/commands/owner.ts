import { randomBytes } from 'node:crypto';
import { StartFault } from '../fault.ts';
import { createLinks, ownerHashOfKey } from '../links.ts';
import { openStore } from '../store.ts';

const KEY_BYTES = 32;

/**
 * Makes a new owner key for a workbook, while a server may be running. The key so far stops, and
 * those connected by it are cut off within seconds; links stay as they are.
 *
 * @returns the link to open on the new owner's device: `<origin>/s#owner.<workbook>.<key>`
 * @throws StartFault where the server has no such workbook.
 */
export function replaceOwner(folder: string, workbook: string, origin: string): string {
  const key = randomBytes(KEY_BYTES).toString('base64url');
  const store = openStore(folder);
  try {
    if (!createLinks(store).replaceOwner(workbook, ownerHashOfKey(key))) {
      throw new StartFault(`数据文件夹 ${folder} 里没有共享过的工作簿 ${workbook}。`);
    }
    return `${origin}/s#owner.${workbook}.${key}`;
  } finally {
    store.close();
  }
}
