import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A fresh folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jibiao-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder like the one that a build leaves. */
export function builtPages(): string {
  const build = temporaryFolder();
  mkdirSync(join(build, '_app/immutable'), { recursive: true });
  const policy = "default-src 'self'; script-src 'self' 'sha256-abc='";
  writeFileSync(
    join(build, '200.html'),
    `<!doctype html><meta http-equiv="content-security-policy" content="${policy}"><title>绩表</title>`
  );
  writeFileSync(join(build, '_app/immutable/start.a1b2.js'), 'export const started = true;');
  writeFileSync(join(build, 'service-worker.js'), 'self.skipWaiting;');
  return build;
}
