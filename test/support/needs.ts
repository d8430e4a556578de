/**
 * What a test needs of the machine. Tests whose need is not met are counted as skipped, and the summary of
 * `npm test` lists each with the reason, which stands in the title.
 *
 *     describeIf(needs.all(needs.root(), needs.tool('nft')), 'tcp through a firewall', () => { ... });
 */
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { describe } from 'vitest';

interface Need {
  readonly isMet: boolean;
  readonly reason: string;
}

export const needs = {
  /** Root on Linux: network namespaces, firewall rules and ports below 1024. */
  root(): Need {
    return {
      isMet: process.platform === 'linux' && process.getuid?.() === 0,
      reason: 'needs root on Linux',
    };
  },

  /** A program in PATH. */
  tool(name: string): Need {
    return { isMet: isInPath(name), reason: `needs ${name}` };
  },

  platform(name: NodeJS.Platform): Need {
    return { isMet: process.platform === name, reason: `needs ${name}` };
  },

  all(...needed: readonly Need[]): Need {
    const unmet = needed.filter((need) => !need.isMet);
    return { isMet: unmet.length === 0, reason: unmet.map((need) => need.reason).join(', ') };
  },
};

/** `describe` whose tests are skipped, with the reason in their title, unless the need is met. */
export function describeIf(need: Need, title: string, body: () => void): void {
  describe.skipIf(!need.isMet)(titleFor(need, title), body);
}

function titleFor(need: Need, title: string): string {
  return need.isMet ? title : `${title} [${need.reason}]`;
}

export function isInPath(name: string): boolean {
  // Where a service or a user's shell leaves the system's own programs out of PATH.
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(path.join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
