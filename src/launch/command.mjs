import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Failure } from './failure.mjs';

/** @typedef {import('node:child_process').SpawnOptions} SpawnOptions */
/** @typedef {{ code: number, output: string }} Outcome */

/**
 * Runs a program without a terminal and keeps what it prints, both streams in order of arrival.
 * @param {string} program
 * @param {string[]} args
 * @param {SpawnOptions} options
 * @returns {Promise<Outcome>}
 * @throws {Failure} when the program cannot be started
 */
export async function capture(program, args, options = {}) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  }
  return { code: await exitOf(child, program), output };
}

/**
 * Runs a program in this terminal and passes signals on.
 * @param {string} program
 * @param {string[]} args
 * @param {SpawnOptions} options
 * @returns {Promise<number>} its exit code
 * @throws {Failure} when the program cannot be started
 */
export function passThrough(program, args, options = {}) {
  return exitOf(spawn(program, args, { stdio: 'inherit', ...options }), program);
}

/**
 * Like passThrough, and also shows to `watch` what the program prints on its output stream.
 * @param {string} program
 * @param {string[]} args
 * @param {SpawnOptions} options
 * @param {(text: string) => void} watch called with each piece as it arrives
 * @returns {Promise<number>} its exit code
 * @throws {Failure} when the program cannot be started
 */
export function observe(program, args, options, watch) {
  const child = spawn(program, args, { ...options, stdio: ['inherit', 'pipe', 'inherit'] });
  child.stdout?.setEncoding('utf8').on('data', watch).pipe(process.stdout);
  return exitOf(child, program);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} program
 * @returns {Promise<number>}
 */
function exitOf(child, program) {
  /** @param {NodeJS.Signals} signal */
  const forward = (signal) => {
    // Ctrl+C in a terminal has reached the whole group already; twice would mean "at once".
    if (signal === 'SIGINT' && process.stdin.isTTY) return;
    child.kill(signal);
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(new Failure(`无法运行 ${program}：${error.message}`)));
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}
