import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes a file. Whoever reads it meanwhile sees the old or the new one, never a half. */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
