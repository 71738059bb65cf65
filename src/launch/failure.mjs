/** Ends a command for a reason its user can mend; the message says what is missing and what to do. */
export class Failure extends Error {}

/** @typedef {[pattern: RegExp, sentence: string]} Remedy what to do about a reason found in a program's output */

/** @type {Remedy[]} */
const DISK = [
  [/ENOSPC/, '磁盘已满：请腾出至少 1 GB 空间后重试。'],
  [/EACCES|EPERM|EROFS/, '没有写入本文件夹的权限：请换用有权限的账户，或把项目移到自己的文件夹。']
];
const TAIL_LINES = 20;

/**
 * The sentence for a known reason in a program's output or an error's message.
 * @param {string} output
 * @param {Remedy[]} remedies tried before those of the disk
 * @returns {string | undefined}
 */
export function remedy(output, remedies = []) {
  return [...remedies, ...DISK].find(([pattern]) => pattern.test(output))?.[1];
}

/**
 * A Failure that shows the end of what a program printed, then what failed and what to do.
 * @param {string} what the step that failed, in Chinese
 * @param {string} output everything the program printed
 * @param {Remedy[]} remedies the step's own
 */
export function failureOf(what, output, remedies = []) {
  const end = tail(output);
  const advice = remedy(end, remedies) ?? '原因见上面的输出；改正后请重试。';
  return new Failure(`${end}\n\n${what}失败。${advice}`);
}

/**
 * @param {string} output
 * @returns {string} its last lines
 */
export function tail(output) {
  return output.trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
}
