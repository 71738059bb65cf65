import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

/**
 * Makes the program say at its end how much memory it had at most, in kB: as the kernel counts it since
 * the program began, because what `resourceUsage` tells begins with the memory of the one who started it.
 */
const SAY_PEAK = `data:text/javascript,import{readFileSync}from'node:fs';process.on('exit',()=>process.stderr.write('peak '+/VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status','utf8'))[1]+'\\n'))`;

/** What a run of the command line took. */
export interface CommandCost {
  /** Milliseconds from start to end. */
  readonly time: number;
  /** Megabytes of memory at most, Node's own among them. */
  readonly peak: number;
}

/**
 * Runs the command line as a person does, its report thrown away.
 * @throws where it could not read or write a file
 */
export async function runCommand(...args: readonly string[]): Promise<CommandCost> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['--import', SAY_PEAK, MAIN, ...args], {
    stdio: ['ignore', 'ignore', 'pipe']
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const time = performance.now() - begun;
  const peak = /^peak (\d+)$/m.exec(said)?.[1];
  if (code === 2 || peak === undefined) throw new Error(`jibiao ${args.join(' ')}: ${said}`);
  return { time, peak: Number(peak) / 1024 };
}
