/** SNMP polls: which versions answered, and what can be said of the silence of the others. UDP silence never passes. */
import type { SnmpVersionsFacts } from '../../contract/facts-snmp.ts';
import type { Opinion } from '../opinion.ts';

const CONFIRMED: Opinion = {
  portState: 'open',
  serviceState: 'confirmed',
  verdict: 'pass',
  code: 'service-confirmed',
};

/** The opinion after installation on «the device can be polled»: one of v1 and v2c is enough. */
export function judgeSnmp(facts: SnmpVersionsFacts): Opinion {
  return answered(facts).length > 0 ? CONFIRMED : judgeUnanswered(facts);
}

/** The opinion after installation on «v1 and v2c, without authorisation»: both have to answer. */
export function judgeSnmpVersions(facts: SnmpVersionsFacts): Opinion {
  const [first, second] = answered(facts);
  if (first === undefined) return judgeUnanswered(facts);
  if (second !== undefined) return CONFIRMED;
  const missing = facts.versions.find(({ outcome }) => outcome !== 'answered')?.version ?? '?';
  return {
    ...CONFIRMED,
    verdict: 'fail',
    code: 'snmp-version-silent',
    params: { seen: first, other: missing },
  };
}

function judgeUnanswered({ versions, v3, strangers, address, refusalVisible }: SnmpVersionsFacts): Opinion {
  const fail = { verdict: 'fail' } as const;
  const refused = versions.find(({ outcome }) => outcome === 'refused');
  if (refused !== undefined) {
    const params = { seen: refused.detail ?? '?' };
    return { ...fail, portState: 'open', serviceState: 'denied', code: 'snmp-community-refused', params };
  }
  if (v3?.answered === true) {
    return { ...fail, portState: 'open', serviceState: 'denied', code: 'snmp-only-v3-answers' };
  }
  const odd = versions.find(({ outcome }) => outcome === 'unreadable');
  if (odd !== undefined) {
    const params = { seen: odd.detail === null ? '?' : `"${odd.detail}"` };
    return { ...fail, portState: 'open', serviceState: 'mismatch', code: 'snmp-unreadable', params };
  }
  const [stranger] = strangers;
  if (stranger !== undefined) {
    const host = address.includes(':') ? `[${address}]` : address;
    const seen = stranger.address === address ? `${host}:${stranger.port}` : stranger.address;
    const params = { seen, other: address };
    return {
      ...fail,
      portState: 'open|filtered',
      serviceState: 'mismatch',
      code: 'snmp-reply-from-elsewhere',
      params,
    };
  }
  return {
    ...fail,
    portState: 'open|filtered',
    serviceState: 'not-checked',
    code: refusalVisible ? 'snmp-no-answer' : 'snmp-no-answer-or-closed',
  };
}

function answered({ versions }: SnmpVersionsFacts): readonly string[] {
  return versions.filter(({ outcome }) => outcome === 'answered').map(({ version }) => version);
}
