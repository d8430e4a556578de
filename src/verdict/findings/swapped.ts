/** Plain HTTP where TLS belongs and the reverse: a swapped pair of ports is one cause, a single port another. */
import type { CheckResult } from '../../contract/check.ts';
import { severityOf } from './by-reason.ts';
import { textFact } from './fact.ts';
import { hostsNamed, hostsShortAt } from './host-words.ts';
import { bracketText, portGroups, type Results } from './port-groups.ts';
import { ownerOf } from './reason-addressees.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, hostKey, type Scene } from './scene.ts';

export const swappedRule: Rule = {
  codes: ['ports-swapped', 'http-instead-of-https', 'https-instead-of-http'],
  find: (scene, open) => {
    const plain = open.filter(isPlainOnTls);
    const tls = open.filter(isTlsOnPlain);
    const pairOf = (result: CheckResult) =>
      `${hostKey(result.to.host)} ${result.requirement.replace(/-https?$/, '')}`;
    const withTls = new Set(tls.map(pairOf));
    const withPlain = new Set(plain.map(pairOf));
    const both = [...plain, ...tls].filter(
      (result) => withTls.has(pairOf(result)) && withPlain.has(pairOf(result)),
    );
    const swapped = new Set(both);
    const pairs = groupBy(both, pairOf);
    return [
      ...swappedCauses([...pairs.values()], scene),
      ...portGroups(plain.filter((result) => !swapped.has(result))).map((group) =>
        causeOf('http-instead-of-https', group, scene),
      ),
      ...portGroups(tls.filter((result) => !swapped.has(result))).map((group) =>
        causeOf('https-instead-of-http', group, scene),
      ),
    ];
  },
};

/** The same pair of ports on several hosts is one cause. */
function swappedCauses(pairs: readonly Results[], scene: Scene): readonly Cause[] {
  const alike = groupBy(pairs, (pair) => JSON.stringify([portsOf(pair), pair[0].to.role]));
  return [...alike.values()].map(([first, ...others]) =>
    causeOf('ports-swapped', [first[0], ...first.slice(1), ...others.flat()], scene),
  );
}

function portsOf(results: readonly CheckResult[]) {
  const plainPort = results.find(isTlsOnPlain)?.port ?? 0;
  const tlsPort = results.find(isPlainOnTls)?.port ?? 0;
  return { plainPort, tlsPort };
}

function causeOf(code: Cause['code'], results: Results, scene: Scene): Cause {
  const ports = [...new Set(results.map(({ port }) => port))].sort((a, b) => a - b);
  return {
    code,
    severity: severityOf(results),
    params: {
      ...portsOf(results),
      ports: ports.join(', '),
      on: bracketText(results, scene),
      hostsAt: hostsShortAt(results),
      target: hostsNamed(results),
    },
    checks: results,
    takes: results,
    addressee: ownerOf(results[0].to.role),
  };
}

function isPlainOnTls(result: CheckResult): boolean {
  const { code } = result.reason;
  if (code === 'plain-http-on-tls-port') return true;
  return code === 'mismatch-before-install' && textFact(result, ['spoke']) === 'plain-http';
}

function isTlsOnPlain(result: CheckResult): boolean {
  const { code } = result.reason;
  if (code === 'tls-on-plain-port') return true;
  return (
    code === 'mismatch-before-install' && result.service === 'http' && textFact(result, ['spoke']) === 'tls'
  );
}
