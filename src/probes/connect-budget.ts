/** How long a connection is waited for: by the best round trip seen to the host, and by how long the system takes to tell of a refusal. */

/** Under this a connect budget would call a busy host filtered; a lost SYN is asked again by the next attempt. */
const CONNECT_FLOOR_MS = 300;
const RTT_FACTOR = 3;
/**
 * Windows asks a port that refuses four times more before it believes it, and tells of the refusal after two
 * seconds (Microsoft KB 175523; nmap/nmap#2113). A shorter wait would call every closed port filtered.
 */
const WINDOWS_REFUSAL_MS = 2500;

/** `bestRttMs` is undefined for a host that has not answered yet: it gets the whole timeout. */
export function connectBudgetMs(
  timeoutMs: number,
  bestRttMs: number | undefined,
  platform: NodeJS.Platform = process.platform,
): number {
  const adaptiveMs =
    bestRttMs === undefined
      ? timeoutMs
      : Math.min(timeoutMs, Math.max(CONNECT_FLOOR_MS, RTT_FACTOR * bestRttMs));
  return platform === 'win32' ? Math.max(WINDOWS_REFUSAL_MS, adaptiveMs) : adaptiveMs;
}
