/** The `snmp` and `snmp-versions` probes: does the device answer polls, in which versions, and what is it? */
import type { SnmpOptions, SnmpVersionsFacts } from '../contract/facts-snmp.ts';
import { usableAddresses } from './dial.ts';
import { toProbeError } from './errors.ts';
import { type Patience, type Probe, type ProbeContext, ProbeError, type ProbeTarget } from './probe.ts';
import { askDevice } from './snmp-device.ts';
import { lookAtVersions, type SnmpLook } from './snmp-look.ts';

/** Both versions with repeats, the further look that begins late, then what the device says of itself. */
function pollTalkMs({ timeoutMs, attempts }: Patience): number {
  return (2.5 * attempts + 4) * timeoutMs;
}

export const snmpProbe: Probe<'snmp'> = {
  talkMs: pollTalkMs,
  run: async (target, options, context) => {
    const { facts, sessions } = await lookAtHost(target, options, context);
    const session = sessions.at(-1);
    return { ...facts, device: session === undefined ? null : await askDevice(session, context) };
  },
};

export const snmpVersionsProbe: Probe<'snmp-versions'> = {
  talkMs: pollTalkMs,
  run: async (target, options, context) => (await lookAtHost(target, options, context)).facts,
};

/** The first address of the host that says anything; the last look where none does. */
async function lookAtHost(
  { host, port }: ProbeTarget,
  { community }: SnmpOptions,
  context: ProbeContext,
): Promise<SnmpLook> {
  context.enter('resolve');
  const addresses = await usableAddresses(host, context);
  let silent: SnmpLook | null = null;
  let failure: ProbeError | null = null;
  for (const address of addresses) {
    // There is no connection to wait for: everything after the name is one talk.
    context.enter('resolve');
    context.enter('request');
    const shown = community === 'public' ? 'public' : '•••';
    context.trace(`ask v1 and v2c at ${address.address} port ${port}/udp, community ${shown}`);
    try {
      const look = await lookAtVersions({ address, port, community, context });
      if (isHeard(look.facts)) return look;
      silent ??= look;
    } catch (error) {
      if (context.signal.aborted) throw error;
      failure ??= toProbeError(error);
    }
  }
  // Where one address refuses and another is silent, the refusal tells more.
  if (failure !== null || silent === null) {
    throw failure ?? new ProbeError('ENOTFOUND', `${host} has no address`);
  }
  return silent;
}

function isHeard({ versions, v3, strangers }: SnmpVersionsFacts): boolean {
  return (
    versions.some(({ outcome }) => outcome !== 'silent') || v3?.answered === true || strangers.length > 0
  );
}
