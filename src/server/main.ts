import process from 'node:process';
import { StartFault } from './fault.ts';
import { startServer } from './serve.ts';
import { readSettings } from './settings.ts';

try {
  const settings = readSettings(process.env, process.cwd());
  const server = await startServer(settings);
  console.log(`绩表 http://${visitableHost(settings.host)}:${server.port}`);

  const stop = async () => {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    await server.close();
    process.exit(0);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** A host as it stands in an address: listening everywhere, the server is found here too. */
function visitableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
