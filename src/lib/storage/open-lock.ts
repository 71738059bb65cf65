const lockOf = (id: string) => `jibiao-open-${id}`;
/** Missing on plain http pages. */
const locksHere = () => (navigator as Partial<Navigator>).locks;

/** Keeps a workbook from being removed by any window until the returned function is called. */
export async function holdOpen(id: string): Promise<() => void> {
  const locks = locksHere();
  if (!locks) return () => undefined;
  return new Promise((resolve, reject) => {
    const hold = () => new Promise<void>((letGo) => resolve(letGo));
    locks.request(lockOf(id), { mode: 'shared' }, hold).catch(reject);
  });
}

/** Acts on a workbook that no window has open. Does nothing where one has, or nobody can tell. */
export async function whileClosed(id: string, act: () => Promise<void>): Promise<void> {
  await locksHere()?.request(lockOf(id), { ifAvailable: true }, async (lock) => {
    if (lock) await act();
  });
}
