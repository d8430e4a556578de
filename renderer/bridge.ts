/** The one place that reads what the preload exposes. */
import type { Bridge } from '../src/contract/bridge.ts';

declare global {
  interface Window {
    readonly sitecheck?: Bridge;
  }
}

/** The bridge to the main process; throws where the page was opened outside the program. */
export function readBridge(): Bridge {
  const bridge = window.sitecheck;
  if (bridge === undefined) throw new Error('The page was opened outside the program: there is no bridge.');
  return bridge;
}
