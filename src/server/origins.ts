/**
 * Whether a page from `origin` may open a connection: pages of this server itself (same host as the
 * request's Host header) and the listed ones. A request without an Origin header comes from no
 * browser and is let through; it still needs a link's secret.
 */
export function isAllowedOrigin(
  origin: string | undefined,
  host: string | undefined,
  listed: readonly string[]
): boolean {
  if (origin === undefined || listed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
