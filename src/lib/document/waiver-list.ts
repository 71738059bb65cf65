import type * as Y from 'yjs';
import { readWaiver } from '#lib/model/waiver-schema.ts';
import { inOrderOfTime } from '#lib/model/waiver.ts';
import type { Waiver } from '#lib/model/workbook.ts';
import { DELETED, keyOf, OWN, splitKey, WAIVERS } from './keys.ts';
import { parsed } from './settings.ts';

/**
 * The waivers that the comments hold. Each is written once, whole, and never changed: withdrawing
 * one sets a mark beside it, so that two people who do so at a time agree.
 */
export class WaiverList {
  readonly #map: Y.Map<string>;
  #list: readonly Waiver[];

  constructor(comments: Y.Doc) {
    this.#map = comments.getMap<string>(WAIVERS);
    this.#list = this.#read();
  }

  /** Those that nobody has withdrawn, in the order they were made; the same list until one changes. */
  get list(): readonly Waiver[] {
    return this.#list;
  }

  /** Takes in that a shared type has changed; false where it is not the one that holds the waivers. */
  update(type: object): boolean {
    if (type !== (this.#map as object)) return false;
    this.#list = this.#read();
    return true;
  }

  #read(): readonly Waiver[] {
    const waivers: Waiver[] = [];
    this.#map.forEach((text, key) => {
      const name = splitKey(key);
      if (name?.property !== OWN.waiver) return;
      if (this.#map.get(keyOf(name.entity, OWN.deleted)) === DELETED) return;
      const waiver = readWaiver(parsed(text));
      if (waiver?.id === name.entity) waivers.push(waiver);
    });
    return inOrderOfTime(waivers);
  }
}

/** Puts a waiver into the comments, or one that was withdrawn into force again. */
export function writeWaiver(comments: Y.Doc, waiver: Waiver): void {
  const map = comments.getMap<string>(WAIVERS);
  const key = keyOf(waiver.id, OWN.waiver);
  const mark = keyOf(waiver.id, OWN.deleted);
  if (!map.has(key)) map.set(key, JSON.stringify(waiver));
  if (map.get(mark) === DELETED) map.set(mark, '');
}

/** Withdraws a waiver; one that is not there stays so. */
export function withdrawWaiver(comments: Y.Doc, waiver: string): void {
  const map = comments.getMap<string>(WAIVERS);
  if (map.has(keyOf(waiver, OWN.waiver))) map.set(keyOf(waiver, OWN.deleted), DELETED);
}
