/** What the probes of a device see where all is well, and how a test says what is not. */
import type { Observation, ProbeFacts } from '../../../../src/contract/facts.ts';
import type { SnmpDevice, SnmpVersionFact } from '../../../../src/contract/facts-snmp.ts';
import { STARTED_AT } from './scenes.ts';

type Outcome = SnmpVersionFact['outcome'];

export interface Poll {
  readonly v1?: Outcome;
  readonly v2c?: Outcome;
  readonly v3?: boolean;
  readonly strangers?: readonly { readonly address: string; readonly port: number }[];
  readonly address?: string;
  readonly serialNumber?: string | null;
  readonly refusalVisible?: boolean;
}

const DEVICE: SnmpDevice = {
  description: null,
  objectId: null,
  name: null,
  model: 'MFP 200',
  printerName: null,
  serialNumber: null,
  pageCount: null,
  printerState: null,
  deviceState: null,
};

/** For `snmp` and `snmp-versions` alike: they look at the same. */
export function sawPoll(kind: 'snmp' | 'snmp-versions', poll: Poll = {}): Observation {
  const { v1 = 'answered', v2c = 'answered', v3, serialNumber = null } = poll;
  const version = (name: 'v1' | 'v2c', outcome: Outcome): SnmpVersionFact => ({
    version: name,
    outcome,
    detail: outcome === 'refused' ? 'authorizationError' : null,
    asked: 2,
    rttMs: null,
  });
  const answers = v1 === 'answered' || v2c === 'answered';
  const look = {
    address: poll.address ?? '10.77.20.21',
    localAddress: '',
    versions: [version('v1', v1), version('v2c', v2c)],
    v3: v3 === undefined ? null : { answered: v3, engineId: v3 ? '80001f88' : null },
    strangers: [...(poll.strangers ?? [])],
    refusalVisible: poll.refusalVisible ?? true,
  };
  return kind === 'snmp'
    ? answered('snmp', { ...look, device: answers ? { ...DEVICE, serialNumber } : null })
    : answered('snmp-versions', look);
}

export function sawTrap(acknowledged: boolean): Observation {
  return answered('snmp-trap', {
    address: '10.77.30.10',
    localAddress: '',
    sent: ['v1-trap', 'v2c-trap', 'inform'],
    acknowledged,
    oddity: null,
    asked: 2,
    refusalVisible: true,
  });
}

export function sawRedis(facts: Partial<ProbeFacts<'redis'>> = {}): Observation {
  return answered('redis', {
    ...RESP,
    role: 'slave',
    replicas: null,
    follows: { address: '10.77.30.10:6379', state: 'connected' },
    ...facts,
  });
}

export function sawSentinel(flags: string): Observation {
  return answered('redis-sentinel', {
    ...RESP,
    masters: [{ name: 'printum', address: '10.77.30.10:6379', flags }],
  });
}

const RESP = {
  address: '10.77.30.11',
  localAddress: '',
  tls: null,
  spoke: 'resp',
  login: 'not-needed',
  error: null,
  firstBytes: null,
} as const;

function answered<K extends 'snmp' | 'snmp-versions' | 'snmp-trap' | 'redis' | 'redis-sentinel'>(
  kind: K,
  facts: ProbeFacts<K>,
): Observation {
  const measured = { rttMs: 1, attempts: 1, durationMs: 10, startedAt: STARTED_AT, trace: [] };
  return { ...measured, kind, outcome: 'answered', facts } as unknown as Observation;
}
