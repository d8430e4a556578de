/** What may hide behind the silence of SNMP v1 and v2c: an agent that speaks only v3, or a reply from elsewhere. */
import type { SnmpVersionsFacts } from '../contract/facts-snmp.ts';
import { toProbeError } from './errors.ts';
import { ProbeError } from './probe.ts';
import type { SnmpAnswer } from './snmp-answer.ts';
import { SYS_DESCR } from './snmp-device.ts';
import { openSnmpSession, type SnmpPlace, type SnmpSession } from './snmp-session.ts';

export interface Further extends Pick<SnmpVersionsFacts, 'v3' | 'strangers'> {
  /** Versions that answered from the asked address after all. */
  readonly late: ReadonlySet<string>;
  /** What the system reported. */
  readonly failure: ProbeError | null;
}

export interface FurtherLook {
  /** Never rejects. */
  readonly result: Promise<Further>;
  readonly stop: () => void;
}

export const NOTHING_FURTHER: Further = { v3: null, strangers: [], late: new Set(), failure: null };

/**
 * Asks for the engine of version 3 (RFC 3414, 4), and asks versions 1 and 2c again from sockets that hear everybody:
 * a connected one drops what comes from another address, as the server's does not have to.
 */
export function startFurtherLook(place: SnmpPlace): FurtherLook {
  const { patience, trace } = place.context;
  const third = openSnmpSession('v3', place, { ...patience, hears: 'connected' });
  const open = (['v1', 'v2c'] as const).map((version) =>
    openSnmpSession(version, place, { ...patience, hears: 'open' }),
  );

  async function look(): Promise<Further> {
    const [asked, ...answers] = await Promise.all([third, ...open].map(ask));
    const answered = third.engineId() !== null || isReply(asked);
    const strangers = unique(open.flatMap((session) => session.strangers()));
    for (const { address, port } of strangers) trace(`a reply came from ${address} port ${port}`);
    trace(`v3 discovery: ${answered ? `engine ${third.engineId() ?? '?'}` : 'silent'}`);
    const late = open.filter((session, index) => {
      const answer = answers[index];
      return session.strangers().length === 0 && isReply(answer);
    });
    return {
      v3: { answered, engineId: third.engineId() },
      strangers,
      late: new Set(late.map(({ version }) => version)),
      failure: asked instanceof ProbeError ? asked : null,
    };
  }

  return {
    result: look(),
    stop: () => {
      for (const session of [third, ...open]) session.close();
    },
  };
}

function ask(session: SnmpSession): Promise<SnmpAnswer | ProbeError> {
  return session.get([SYS_DESCR]).catch(toProbeError);
}

function isReply(answer: SnmpAnswer | ProbeError | undefined): boolean {
  return answer !== undefined && 'kind' in answer && answer.kind !== 'silent';
}

function unique(strangers: Further['strangers']): Further['strangers'] {
  const seen = new Map(strangers.map((stranger) => [`${stranger.address} ${stranger.port}`, stranger]));
  return [...seen.values()];
}
