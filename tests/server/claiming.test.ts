import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newWorkbookId } from '#lib/model/ids.ts';
import { newOwnerKey } from '#lib/sync/link.ts';
import { claim, createLink } from '#lib/sync/sharing.ts';
import { readClaimPassword } from '#server/claim-password.ts';
import { builtPages, temporaryFolder } from './folders.ts';
import { runCommand, runProgram } from './program.ts';
import { claimWorkbook } from './replica.ts';
import { refusals, runServer } from './running.ts';

const PASSWORD = '青泉-绩效 2026';

function passwordFile(text: string): string {
  const file = join(temporaryFolder(), 'password.txt');
  writeFileSync(file, text);
  return file;
}

const newOwner = () => ({ workbook: newWorkbookId(), ownerKey: newOwnerKey() });

it('lets only those share a workbook for the first time who know the password', async () => {
  const server = await runServer({ claimPassword: passwordFile(`${PASSWORD}\r\n`) });
  const { origin, logged } = server;
  const owner = newOwner();

  expect(await claim(origin, owner)).toEqual({ ok: false, reason: 'password' });
  expect(await claim(origin, owner, '青泉-绩效 2025')).toEqual({
    ok: false,
    reason: 'wrong-password'
  });
  const link = { role: 'edit', label: '', expires: null } as const;
  expect(await createLink(origin, owner, link)).toEqual({ ok: false, reason: 'refused' });

  expect(await claim(origin, owner, PASSWORD)).toMatchObject({ ok: true });
  // The owner goes on without, and nobody else takes the workbook by knowing the password.
  expect(await claim(origin, owner)).toMatchObject({ ok: true });
  expect(await createLink(origin, owner, link)).toMatchObject({ ok: true });
  const other = { ...newOwner(), workbook: owner.workbook };
  expect(await claim(origin, other, PASSWORD)).toEqual({ ok: false, reason: 'taken' });
  expect(logged.join('')).not.toContain('绩效');
});

it('tells an address that guesses passwords only so many answers', async () => {
  const server = await runServer({ claimPassword: passwordFile(PASSWORD) });
  const guesses = Array.from({ length: 32 }, (_, count) => `guess ${count}`);
  const answers = await Promise.all(
    guesses.map((guess) => claim(server.origin, newOwner(), guess))
  );
  const reasons = answers.map((answer) => (answer.ok ? 'claimed' : answer.reason));
  expect(reasons.filter((reason) => reason === 'wrong-password')).toHaveLength(28);
  expect(reasons.filter((reason) => reason === 'busy')).toHaveLength(4);
  expect(await refusals(server, 'password')).toBe(32);
}, 15_000);

it('takes the first line of the file, however it was typed, and says what is wrong with one', () => {
  const isRight = readClaimPassword(passwordFile(`\uFEFF ${PASSWORD} \nnot this`));
  expect([PASSWORD, 'not this', ''].map(isRight)).toEqual([true, false, false]);
  expect(isRight(PASSWORD.replace('-', '－'))).toBe(true);
  expect(() => readClaimPassword(passwordFile('short'))).toThrow('8 到 200');
  expect(() => readClaimPassword('/nowhere/password.txt')).toThrow('ENOENT');
});

it('does not start with a password that it cannot read, and prints none', async () => {
  const folders = { JIBIAO_DATA: temporaryFolder(), JIBIAO_BUILD: builtPages() };
  const missing = await runCommand({ ...folders, JIBIAO_CLAIM_PASSWORD_FILE: '/nowhere' });
  expect(missing).toMatchObject({ code: 1, printed: expect.stringContaining('/nowhere') });

  const file = passwordFile(PASSWORD);
  const program = runProgram({ ...folders, JIBIAO_CLAIM_PASSWORD_FILE: file, JIBIAO_LOG: 'all' });
  const origin = await program.origin();
  await claim(origin, newOwner(), 'a wrong password');
  expect(await claim(origin, newOwner(), PASSWORD)).toMatchObject({ ok: true });
  await program.end('SIGTERM');
  for (const word of [PASSWORD, 'a wrong password']) {
    expect(program.printed()).not.toContain(word);
  }
});

it('has room for so many workbooks, and goes on serving those it has', async () => {
  const { origin } = await runServer({ limits: { workbooks: 2 } });
  const [owner] = [await claimWorkbook(origin), await claimWorkbook(origin)];
  expect(await claim(origin, newOwner())).toEqual({ ok: false, reason: 'full' });
  expect(await claim(origin, owner)).toMatchObject({ ok: true });
});
