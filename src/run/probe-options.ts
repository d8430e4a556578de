/** What each probe needs to know beyond its target, taken from the site profile. */
import type { Check } from '../contract/check.ts';
import { PROBE_SCHEMAS, type ProbeOptions } from '../contract/facts.ts';
import type { Site } from '../contract/site.ts';
import type { ProbeKind } from '../contract/words.ts';

type Maker = (check: Check, site: Site) => Readonly<Record<string, unknown>>;

/** Kinds without an entry are told nothing. */
const MAKERS: Readonly<Partial<Record<ProbeKind, Maker>>> = {
  ipp: ({ to }) => ({ operations: to.role === 'device' ? 'device' : 'cups' }),
  snmp: snmpOptions,
  'snmp-versions': snmpOptions,
  'snmp-trap': snmpOptions,
};

/** The options of a check's probe, complete with defaults. */
export function probeOptions(check: Check, site: Site): ProbeOptions<ProbeKind> {
  return PROBE_SCHEMAS[check.service].options.parse(MAKERS[check.service]?.(check, site) ?? {});
}

function snmpOptions(_check: Check, { snmp }: Site) {
  return { community: snmp.community };
}
