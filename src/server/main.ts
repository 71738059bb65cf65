import { resolve } from 'node:path';
import process from 'node:process';
import { HELP, readCommand } from './commands/arguments.ts';
import type { Command } from './commands/arguments.ts';
import { backUp } from './commands/backup.ts';
import { replaceOwner } from './commands/owner.ts';
import { restore } from './commands/restore.ts';
import { StartFault } from './fault.ts';
import { createLog, errorFields, logLibraries } from './log.ts';
import { startServer } from './serve.ts';
import { readSettings } from './settings.ts';
import type { Settings } from './settings.ts';

/** The longest that an ordered end may take; the journal has everything that was acknowledged. */
const LONGEST_END = 10_000;
/** Where the person stands, who may have started this through npm. */
const folder = process.env.INIT_CWD ?? process.cwd();

try {
  await run(readCommand(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function run(command: Command): Promise<void> {
  if (command.name === 'help') return void process.stdout.write(HELP);
  const settings = readSettings(process.env, process.cwd());
  if (command.name === 'serve') return serve(settings);
  if (command.name === 'owner') {
    const link = replaceOwner(settings.data, command.workbook, command.origin);
    console.log(
      `${link}\n\n请在新所有者的电脑上打开这个链接，并妥善保管：谁有它，谁就能管理这个工作簿的同步链接。`
    );
    return;
  }
  const file = resolve(folder, command.file);
  if (command.name === 'backup') {
    const bytes = await backUp(settings.data, file, command.overwrite);
    return console.log(`已备份到 ${file}（${bytes} 字节）。`);
  }
  const aside = restore(settings.data, file, command.overwrite);
  console.log(`已从 ${file} 恢复。`);
  if (aside !== null) console.log(`原有数据保留为 ${aside}。`);
}

async function serve(settings: Settings): Promise<void> {
  const log = createLog(settings.log);
  const server = await startServer(settings, log);
  const scheme = settings.tls === null ? 'http' : 'https';
  logLibraries(log);
  process.on('unhandledRejection', (error) => log('fault', errorFields(error)));

  const stop = async () => {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    setTimeout(() => process.exit(1), LONGEST_END).unref();
    await server.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  // Elsewhere it means that the terminal was closed, and then the program ends with it.
  if (settings.tls !== null) process.on('SIGHUP', server.reloadCertificate);
  // Whoever reads the address may end the server from then on.
  console.log(`绩表 ${scheme}://${visitableHost(settings.host)}:${server.port}`);
}

/** A host as it stands in an address: listening everywhere, the server is found here too. */
function visitableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
