const PATIENCE = 10_000;
/** The server says the time in whole seconds, cut off. */
const HALF_A_SECOND = 500;

/**
 * How many milliseconds this device’s clock is ahead of a server’s, right to a second and half the time
 * that the answer took; negative where it is behind. Null where the server does not answer.
 */
export async function clockAhead(origin: string): Promise<number | null> {
  const asked = Date.now();
  try {
    const { headers } = await fetch(`${origin}/health`, {
      method: 'HEAD',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE)
    });
    const time = Date.parse(headers.get('date') ?? '');
    return Number.isNaN(time) ? null : (asked + Date.now()) / 2 - time - HALF_A_SECOND;
  } catch {
    return null;
  }
}
