/** Which versions of SNMP one address answers: each asked by itself, and what silence hides. */
import { setTimeout as after } from 'node:timers/promises';
import type { SnmpVersionFact, SnmpVersionsFacts } from '../contract/facts-snmp.ts';
import { toProbeError } from './errors.ts';
import type { ProbeError } from './probe.ts';
import type { SnmpAnswer } from './snmp-answer.ts';
import { SYS_DESCR } from './snmp-device.ts';
import { NOTHING_FURTHER, startFurtherLook } from './snmp-further-look.ts';
import { openSnmpSession, type SnmpPlace, type SnmpSession } from './snmp-session.ts';

export interface SnmpLook {
  readonly facts: SnmpVersionsFacts;
  /** Of the versions that answered, the last being the newest; they end with the attempt. */
  readonly sessions: readonly SnmpSession[];
}

interface VersionLook {
  readonly session: SnmpSession;
  readonly fact: SnmpVersionFact;
  /** What the system reported in place of a reply. */
  readonly failure: ProbeError | null;
}

/** error-status of an agent that knows the question and does not trust the asker (RFC 3416, 3). */
const REFUSALS: ReadonlySet<string> = new Set(['NoAccess', 'AuthorizationError']);
/** A port that is closed for one version is closed for the other, whose own refusal may be lost or held back. */
const GRACE_SHARE = 0.25;
/** After silence of this share of a timeout the further look begins, beside the repeated question. */
const IMPATIENCE_SHARE = 0.5;

/** Rejects with what the system reports (ECONNREFUSED, EHOSTUNREACH, …) where no version answered. */
export async function lookAtVersions(place: SnmpPlace): Promise<SnmpLook> {
  const { context } = place;
  const { timeoutMs } = context.patience;
  const refusal = new AbortController();
  const asking = (['v1', 'v2c'] as const).map((version) => askVersion(version, place, refusal));
  const everybody = Promise.all(asking);
  // Its failure is met below, unless that of the race ends everything before.
  everybody.catch(() => {});
  const silence = after(timeoutMs * IMPATIENCE_SHARE, true, { ref: false });
  const isSilent = await Promise.race([silence, ...asking.map((look) => look.then(() => false))]);
  const further = isSilent ? startFurtherLook(place) : null;
  try {
    const looks = await everybody;
    const heard = looks.some(({ fact }) => fact.outcome !== 'silent');
    tellMeasure(place, looks);
    const more = heard || further === null ? NOTHING_FURTHER : await further.result;
    const failure = looks.find((look) => look.failure !== null)?.failure ?? more.failure;
    if (failure !== null && !heard) throw failure;
    return {
      facts: {
        address: place.address.address,
        localAddress: looks[0]?.session.localAddress() ?? '',
        versions: looks.map(({ fact }) =>
          more.late.has(fact.version) ? { ...fact, outcome: 'answered', detail: null } : fact,
        ),
        v3: more.v3,
        strangers: [...more.strangers],
        refusalVisible: process.platform !== 'win32',
      },
      sessions: looks.filter(({ fact }) => fact.outcome === 'answered').map(({ session }) => session),
    };
  } finally {
    further?.stop();
  }
}

async function askVersion(
  version: 'v1' | 'v2c',
  place: SnmpPlace,
  refusal: AbortController,
): Promise<VersionLook> {
  const { context } = place;
  const session = openSnmpSession(version, place, { ...context.patience, hears: 'connected' });
  const base = { version, outcome: 'silent' as const };
  try {
    const graceMs = context.patience.timeoutMs * GRACE_SHARE;
    const answer = await Promise.race([session.get([SYS_DESCR]), silentAfter(refusal.signal, graceMs)]);
    const meaning = meaningOf(answer, session);
    const fact = { ...base, ...meaning, asked: session.sent(), rttMs: session.rttMs() };
    context.trace(`${version}: ${fact.outcome}${fact.detail === null ? '' : ` (${fact.detail})`}`);
    return { session, fact, failure: null };
  } catch (error) {
    if (context.signal.aborted) throw error;
    const failure = toProbeError(error);
    refusal.abort();
    const fact = { ...base, detail: failure.code, asked: session.sent(), rttMs: null };
    return { session, fact, failure };
  }
}

function meaningOf(answer: SnmpAnswer, session: SnmpSession): Pick<SnmpVersionFact, 'outcome' | 'detail'> {
  if (answer.kind === 'values') return { outcome: 'answered', detail: null };
  if (answer.kind === 'error') {
    return { outcome: REFUSALS.has(answer.status) ? 'refused' : 'answered', detail: answer.status };
  }
  const oddity = session.oddity();
  return answer.kind === 'unreadable' || oddity !== null
    ? { outcome: 'unreadable', detail: oddity }
    : { outcome: 'silent', detail: null };
}

function silentAfter(signal: AbortSignal, graceMs: number): Promise<SnmpAnswer> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => setTimeout(() => resolve({ kind: 'silent' }), graceMs), {
      once: true,
    });
  });
}

function tellMeasure({ context }: SnmpPlace, looks: readonly VersionLook[]): void {
  const times = looks.flatMap(({ fact }) => (fact.rttMs === null ? [] : [fact.rttMs]));
  context.measured({
    rttMs: times.length === 0 ? null : Math.min(...times),
    attempts: Math.max(...looks.map(({ fact }) => fact.asked)),
  });
}
