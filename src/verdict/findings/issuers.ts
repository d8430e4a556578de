/** Who signed: TLS that is opened on the way to the vendor's site, and certificates nobody here vouches for. */
import type { CheckResult } from '../../contract/check.ts';
import type { LocalText } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import { booleanFact, textFact } from './fact.ts';
import { hostsNamed, hostsOf, hostsShort, portList } from './host-words.ts';
import type { Results } from './port-groups.ts';
import { ownerOf } from './reason-addressees.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, type Scene } from './scene.ts';

/** OpenSSL's words for a chain that ends with nobody known; a wrong date is another matter. */
const NOT_TRUSTED: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_UNTRUSTED',
]);

/** The vendor's site is signed by somebody whom every system knows: another issuer was put between. */
export const tlsInspectedRule: Rule = {
  codes: ['tls-inspected'],
  find: (scene, open) => {
    const opened = open.filter(
      (result) =>
        result.to.role === 'vendorDownload' &&
        (result.reason.code === 'download-inspected' || isUnknown(result)),
    );
    return [...groupBy(opened, issuerOf).entries()].map(([issuer, results]): Cause => {
      const alike = scene.direct.filter(
        (result) => result.to.role !== 'vendorDownload' && isUnknown(result) && issuerOf(result) === issuer,
      );
      return {
        code: 'tls-inspected',
        severity: severityOf(results),
        params: {
          hosts: hostsShort(results),
          issuer: issuer === '' ? '?' : issuer,
          also: alike.length === 0 || issuer === '' ? NOWHERE_ELSE : alsoText(alike),
        },
        checks: issuer === '' ? results : [...results, ...alike],
        takes: results,
      };
    });
  },
};

/** No fault of the network: people's browsers decide. A remark about servers, since each device signs for itself. */
export const untrustedRule: Rule = {
  codes: ['certificate-self-signed', 'certificate-unknown-issuer'],
  find: ({ direct, stage }: Scene) => {
    if (stage === 'before-install') return [];
    const unknown = direct.filter(
      (result) => result.to.role !== 'device' && result.to.role !== 'vendorDownload' && isUnknown(result),
    );
    const [own, others] = [unknown.filter(isSelfSigned), unknown.filter((result) => !isSelfSigned(result))];
    return [
      ...groupsOf(own, () => '').map((group) => causeOf('certificate-self-signed', group)),
      ...groupsOf(others, issuerOf).map((group) => causeOf('certificate-unknown-issuer', group)),
    ];
  },
};

function causeOf(code: 'certificate-self-signed' | 'certificate-unknown-issuer', results: Results): Cause {
  return {
    code,
    severity: 'warn',
    params: {
      hosts: hostsShort(results),
      target: hostsNamed(results),
      ports: portList(results),
      issuer: issuerOf(results[0]) || '?',
    },
    checks: results,
    takes: [],
    addressee: ownerOf(results[0].to.role),
  };
}

function groupsOf(
  results: readonly CheckResult[],
  keyOf: (result: CheckResult) => string,
): readonly Results[] {
  return [...groupBy(results, keyOf).values()];
}

function alsoText(results: readonly CheckResult[]): LocalText {
  const [hosts, count] = [hostsShort(results), hostsOf(results).length];
  const verb = count === 1 ? { ru: 'подписан', en: 'is' } : { ru: 'подписаны', en: 'are' };
  return {
    ru: ` Тем же издателем ${verb.ru} ${hosts.ru}.`,
    en: ` ${hosts.en} ${verb.en} signed by the same issuer.`,
  };
}

const NOWHERE_ELSE: LocalText = { ru: '', en: '' };

function isUnknown(result: CheckResult): boolean {
  return NOT_TRUSTED.has(textFact(result, ['tls', 'verificationError']) ?? '');
}

function isSelfSigned(result: CheckResult): boolean {
  return booleanFact(result, ['tls', 'selfSigned']) === true;
}

function issuerOf(result: CheckResult): string {
  return textFact(result, ['tls', 'issuer']) ?? '';
}
