/** What each probe needs to know beyond its target, taken from the site profile. */
import type { Check } from '../contract/check.ts';
import { PROBE_SCHEMAS, type ProbeOptions } from '../contract/facts.ts';
import type { ProbeKind } from '../contract/words.ts';

/** The options of a check's probe, complete with defaults. */
export function probeOptions(check: Check): ProbeOptions<ProbeKind> {
  return PROBE_SCHEMAS[check.service].options.parse({});
}
