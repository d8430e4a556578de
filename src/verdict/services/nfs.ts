/** NFS: an answer of version 4 or 3 proves it; a missing export, or no rpcbind where version 3 needs it, is a remark. */
import type { NfsFacts } from '../../contract/facts-nfs.ts';
import type { ReasonCode, ReasonParams } from '../../contract/reasons.ts';
import type { Opinion } from '../opinion.ts';

/** The opinion after installation. */
export function judgeNfs(facts: NfsFacts): Opinion {
  const { spoke, versions, rpcbind, exportSeen, exportWanted, firstBytes } = facts;
  if (spoke === 'other') {
    const seen = firstBytes === null || firstBytes === '' ? '?' : `"${firstBytes}"`;
    return opinion('mismatch', 'fail', 'unexpected-protocol', { seen });
  }
  const answered = versions.filter(({ state }) => state === 'answered').map(({ version }) => version);
  if (answered.length === 0) return judgeNoVersion(facts);
  if (!answered.includes(4) && rpcbind !== null && !rpcbind.answered) {
    const params = { other: rpcbind.port, errno: rpcbind.failure ?? '?' };
    return { ...opinion('confirmed', 'warn', 'nfs-no-rpcbind', params), concerns: 'path' };
  }
  return exportSeen === 'absent'
    ? opinion('confirmed', 'warn', 'nfs-export-missing', { seen: exportWanted })
    : opinion('confirmed', 'pass', 'service-confirmed');
}

function judgeNoVersion({ versions, supported }: NfsFacts): Opinion {
  const states = versions.map(({ state }) => state);
  if (states.includes('denied')) return opinion('denied', 'warn', 'nfs-refused', { seen: 'RPC denied' });
  if (supported !== null && supported.high > 0) {
    const { low, high } = supported;
    return opinion('mismatch', 'fail', 'nfs-old-version', {
      seen: low === high ? `${low}` : `${low}–${high}`,
    });
  }
  return opinion('mismatch', 'fail', 'nfs-not-there', { seen: `RPC ${states[0] ?? '?'}` });
}

function opinion(
  serviceState: Opinion['serviceState'],
  verdict: Opinion['verdict'],
  code: ReasonCode,
  params: ReasonParams = {},
): Opinion {
  return { portState: 'open', serviceState, verdict, code, params };
}
