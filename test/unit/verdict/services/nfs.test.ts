/** Facts of NFS → verdict and words. */
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../../src/contract/facts.ts';
import { type NfsFacts, type NfsVersionState, nfsFactsSchema } from '../../../../src/contract/facts-nfs.ts';
import { NFS_REASONS } from '../../../../src/contract/nfs-reasons.ts';
import { expectReading, reasonsIn } from './reading.ts';

function versions(four: NfsVersionState, three: NfsVersionState): NfsFacts['versions'] {
  return [
    { version: 4, state: four },
    { version: 3, state: three },
  ];
}

function saw(facts: Partial<NfsFacts>): Observation {
  const whole = {
    address: '10.77.30.20',
    localAddress: '10.77.30.10',
    spoke: 'rpc',
    versions: versions('answered', 'mismatch'),
    supported: null,
    rpcbind: null,
    exports: null,
    exportWanted: '/srv/scans',
    exportSeen: 'found',
    firstBytes: null,
    ...facts,
  };
  return {
    kind: 'nfs',
    outcome: 'answered',
    facts: nfsFactsSchema.parse(whole),
    rttMs: 1,
    attempts: 1,
    durationMs: 5,
    startedAt: '2026-11-22T06:00:00.000Z',
    trace: [],
  };
}

const three = versions('mismatch', 'answered');
const rpcbind = { port: 111, answered: true, failure: null, mountPort: 20_048 };
const noRpcbind = { port: 111, answered: false, failure: 'timeout', mountPort: null };
const none = { exportSeen: 'unknown' } as const;

const CASES: readonly (readonly [Observation, string, string, string])[] = [
  [saw({}), 'open confirmed pass service-confirmed', 'NFS 4, папка есть', 'NFS 4, folder is there'],
  [
    saw({ exportSeen: 'hidden' }),
    'open confirmed pass service-confirmed',
    'NFS 4, папка не показана',
    'NFS 4, folder not shown',
  ],
  [
    saw({ ...none, versions: versions('answered', 'answered'), rpcbind: noRpcbind }),
    'open confirmed pass service-confirmed',
    'NFS 4, 3',
    'NFS 4, 3',
  ],
  [
    saw({ versions: three, rpcbind, exportSeen: 'listed' }),
    'open confirmed pass service-confirmed',
    'NFS 3, папка есть',
    'NFS 3, folder is there',
  ],
  [
    saw({ versions: three, rpcbind: noRpcbind, ...none }),
    'open confirmed warn nfs-no-rpcbind',
    'NFS 3',
    'NFS 3',
  ],
  [
    saw({ exportSeen: 'absent' }),
    'open confirmed warn nfs-export-missing',
    'NFS 4, папки нет',
    'NFS 4, no such folder',
  ],
  [
    saw({ versions: versions('mismatch', 'mismatch'), supported: { low: 2, high: 2 }, ...none }),
    'open mismatch fail nfs-old-version',
    'RPC, не NFS',
    'RPC, not NFS',
  ],
  [
    saw({ versions: versions('unavailable', 'unavailable'), ...none }),
    'open mismatch fail nfs-not-there',
    'RPC, не NFS',
    'RPC, not NFS',
  ],
  [
    saw({ versions: versions('denied', 'denied'), ...none }),
    'open denied warn nfs-refused',
    'RPC, не NFS',
    'RPC, not NFS',
  ],
  [
    saw({ spoke: 'other', versions: [], ...none }),
    'open mismatch fail unexpected-protocol',
    'другая служба',
    'another service',
  ],
];

describe('the reading of NFS', () => {
  it.each(CASES)('has verdict and words in both languages: %#', (observation, line, ru, en) => {
    expectReading(observation, { line, ru: `открыт, ${ru}`, en: `open, ${en}` });
  });

  it('gives every reason that it has words for', () => {
    const given = reasonsIn(CASES.map(([observation]) => observation));
    expect(Object.keys(NFS_REASONS).filter((code) => !given.has(code))).toEqual([]);
  });
});
