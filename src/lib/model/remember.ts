/** The function with a memory: a value that was asked for before, by identity, is not computed again. */
export function remember<Key extends object, Value>(compute: (key: Key) => Value) {
  const known = new WeakMap<Key, Value>();
  return (key: Key): Value => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

/**
 * The same for lists: one that holds the same items as when its first item was asked about last, by
 * identity, is not looked at again. There is nothing to remember of an empty list.
 */
export function rememberItems<Item extends object, Value>(
  compute: (items: readonly Item[]) => Value
) {
  const known = new WeakMap<Item, { readonly items: readonly Item[]; readonly value: Value }>();
  return (items: readonly Item[]): Value => {
    const [first] = items;
    const before = first && known.get(first);
    const isSame =
      before?.items.length === items.length && before.items.every((item, at) => item === items[at]);
    if (isSame) return before.value;
    const value = compute(items);
    if (first) known.set(first, { items, value });
    return value;
  };
}
