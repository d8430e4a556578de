/** The `snmp-trap` probe: a v1 trap, a v2c trap and an inform; only the answer to the last shows that anything arrives. */
import type { SnmpOptions, SnmpTrapFacts } from '../contract/facts-snmp.ts';
import { usableAddresses } from './dial.ts';
import { toProbeError } from './errors.ts';
import { type Patience, type Probe, type ProbeContext, ProbeError, type ProbeTarget } from './probe.ts';
import { openSnmpSession, type SnmpPlace } from './snmp-session.ts';

/**
 * The heartbeat of NET-SNMP-EXAMPLES-MIB: made for trials, so that no receiver takes it for a fault of a device, and
 * the name in it tells its reader where it comes from.
 */
const HEARTBEAT = '1.3.6.1.4.1.8072.2.3.0.1';
const NAMED = [{ objectId: '1.3.6.1.4.1.8072.2.3.2.2', text: 'Printum Site Check' }];

function trapTalkMs({ timeoutMs, attempts }: Patience): number {
  return (1.2 * attempts + 1) * timeoutMs;
}

export const snmpTrapProbe: Probe<'snmp-trap'> = {
  talkMs: trapTalkMs,
  run: async (target, options, context) => {
    context.enter('resolve');
    const addresses = await usableAddresses(target.host, context);
    let silent: SnmpTrapFacts | null = null;
    let failure: ProbeError | null = null;
    for (const address of addresses) {
      // There is no connection to wait for: everything after the name is one talk.
      context.enter('resolve');
      context.enter('request');
      try {
        const facts = await sendTraps(placeOf(address, target, options, context));
        if (facts.acknowledged || facts.oddity !== null) return facts;
        silent ??= facts;
      } catch (error) {
        if (context.signal.aborted) throw error;
        failure ??= toProbeError(error);
      }
    }
    if (failure !== null || silent === null) {
      throw failure ?? new ProbeError('ENOTFOUND', `${target.host} has no address`);
    }
    return silent;
  },
};

function placeOf(
  address: SnmpPlace['address'],
  { port }: ProbeTarget,
  { community }: SnmpOptions,
  context: ProbeContext,
): SnmpPlace {
  return { address, port, community, context };
}

/** Rejects with what the system reports, as «port unreachable» after any of the three. */
async function sendTraps(place: SnmpPlace): Promise<SnmpTrapFacts> {
  const { address, port, context, community } = place;
  const shown = community === 'public' ? 'public' : '•••';
  const options = { ...context.patience, hears: 'connected' as const };
  const first = openSnmpSession('v1', place, options);
  const second = openSnmpSession('v2c', place, options);
  try {
    context.trace(`v1 trap, v2c trap, inform to ${address.address} port ${port}/udp, community ${shown}`);
    await first.sendTrap(HEARTBEAT, NAMED);
    await second.sendTrap(HEARTBEAT, NAMED);
    const answer = await Promise.race([second.inform(HEARTBEAT, NAMED), first.broken]);
    const acknowledged = answer.kind === 'values' || answer.kind === 'error';
    context.trace(acknowledged ? 'the inform was acknowledged' : 'no acknowledgement');
    const asked = second.sent() - 1;
    context.measured({ rttMs: acknowledged ? second.rttMs() : null, attempts: asked });
    return {
      address: address.address,
      localAddress: second.localAddress(),
      sent: ['v1-trap', 'v2c-trap', 'inform'],
      acknowledged,
      oddity: answer.kind === 'unreadable' ? (second.oddity() ?? '') : acknowledged ? null : second.oddity(),
      asked,
      refusalVisible: process.platform !== 'win32',
    };
  } finally {
    first.close();
    second.close();
  }
}
