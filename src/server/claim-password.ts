import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { StartFault } from './fault.ts';

/** Too short for the guesses that even a slowed caller has in a year. */
const SHORTEST = 8;
const LONGEST = 200;

/** Whether a password lets one share a workbook for the first time. */
export type ClaimPassword = (given: string) => boolean;

/**
 * The password that a file holds in its first line, for all who share a workbook for the first
 * time. It is compared by its hash, in a time that tells nothing of it.
 *
 * @throws StartFault where the file cannot be read or holds no password of 8 to 200 characters.
 */
export function readClaimPassword(file: string): ClaimPassword {
  const password = firstLine(file).trim();
  if (password.length < SHORTEST || password.length > LONGEST) {
    throw new StartFault(
      `分享密码文件 ${file} 的第一行应为 ${SHORTEST} 到 ${LONGEST} 个字符的密码。`
    );
  }
  const expected = sha256(password);
  return (given) => timingSafeEqual(sha256(given), expected);
}

function firstLine(file: string): string {
  try {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
    return text.split(/\r?\n/, 1)[0] ?? '';
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new StartFault(
      `不能读取分享密码文件 ${file}（${code}）。请检查 JIBIAO_CLAIM_PASSWORD_FILE。`
    );
  }
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text.normalize('NFKC')).digest();
}
