import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const SOFFICE = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find(existsSync);

/** Whether LibreOffice is here to judge our files. */
export const hasLibreOffice = SOFFICE !== undefined;

/** Why tests with LibreOffice may be skipped. */
export const WITHOUT_LIBRE_OFFICE = 'skipped, because LibreOffice is not installed';

/**
 * Opens a file in LibreOffice and saves it again, in a profile of its own.
 * @param name of the file, whose ending says how to open it
 * @param target the ending to save as, such as `pdf` or `docx`, with a filter and its options after a colon
 * @param filter how LibreOffice is to read the file, where its ending does not say so
 * @throws where LibreOffice cannot open or save it
 */
export async function resave(
  name: string,
  bytes: Uint8Array,
  target: string,
  filter?: string
): Promise<Uint8Array> {
  if (!SOFFICE) throw new Error(WITHOUT_LIBRE_OFFICE);
  const folder = await mkdtemp(join(tmpdir(), 'jibiao-office-'));
  try {
    const input = join(folder, name);
    const output = join(folder, 'out');
    await writeFile(input, bytes);
    await promisify(execFile)(SOFFICE, [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      ...(filter === undefined ? [] : [`--infilter=${filter}`]),
      '--convert-to',
      target,
      '--outdir',
      output,
      input
    ]);
    return new Uint8Array(
      await readFile(join(output, name.replace(/[^.]*$/, target.replace(/:.*/, ''))))
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
