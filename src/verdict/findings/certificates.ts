/** Certificates that are out of date or name another host: one cause for each certificate, not for each port. */
import type { CheckResult } from '../../contract/check.ts';
import { dateInLanguage, type ReasonCode } from '../../contract/reasons.ts';
import type { LocalText } from '../../contract/words.ts';
import { severityOf } from './by-reason.ts';
import { textFact } from './fact.ts';
import { andMoreText, hostsNamed, hostsOf, hostsShort, inEachLanguage, portList } from './host-words.ts';
import type { Results } from './port-groups.ts';
import { ownerOf } from './reason-addressees.ts';
import type { Cause, Rule } from './rule.ts';
import { groupBy, hostKey } from './scene.ts';

type Code = 'certificate-out-of-date' | 'certificate-from-future' | 'certificate-other-name';

const CODES: Readonly<Partial<Record<ReasonCode, Code>>> = {
  'certificate-expired': 'certificate-out-of-date',
  'certificate-not-yet-valid': 'certificate-from-future',
  'certificate-name-mismatch': 'certificate-other-name',
};

export const certificatesRule: Rule = {
  codes: ['certificate-out-of-date', 'certificate-from-future', 'certificate-other-name'],
  find: (_scene, open) => {
    const sick = open.flatMap((result) => {
      const code = CODES[result.reason.code];
      return code === undefined ? [] : [{ code, result }];
    });
    const alike = groupBy(sick, ({ code, result }) => `${code} ${certificateOf(result)}`);
    return [...alike.values()].map(([first, ...others]) =>
      causeOf(first.code, [first.result, ...others.map(({ result }) => result)]),
    );
  },
};

/** Devices have one each and one person who changes them; elsewhere the certificate itself says which it is. */
function certificateOf(result: CheckResult): string {
  if (result.to.role === 'device') return 'devices';
  return textFact(result, ['tls', 'fingerprint256']) ?? hostKey(result.to.host);
}

function causeOf(code: Code, results: Results): Cause {
  const isOne = hostsOf(results).length === 1;
  const field = code === 'certificate-out-of-date' ? 'validTo' : 'validFrom';
  const date = textFact(results[0], ['tls', field]) ?? results[0].reason.params?.date;
  const names = results.map(({ reason }) => String(reason.params?.seen ?? '?'));
  return {
    code,
    severity: severityOf(results),
    params: {
      certificate: isOne ? ONE_CERTIFICATE : CERTIFICATES,
      hosts: hostsShort(results),
      target: hostsNamed(results),
      ports: portList(results),
      on: isOne && date !== undefined ? dateText(String(date), { ru: ' ', en: ' on ' }) : NO_DATE,
      since:
        isOne && date !== undefined
          ? dateText(String(date), { ru: ': действует с ', en: ': it starts on ' })
          : NO_DATE,
      names: andMoreText([...new Set(names)]),
    },
    checks: results,
    takes: results,
    addressee: ownerOf(results[0].to.role),
  };
}

function dateText(date: string, before: LocalText): LocalText {
  return inEachLanguage((language) => `${before[language]}${dateInLanguage(date, language)}`);
}

const NO_DATE: LocalText = { ru: '', en: '' };
const ONE_CERTIFICATE: LocalText = { ru: 'Сертификат', en: 'Certificate of' };
const CERTIFICATES: LocalText = { ru: 'Сертификаты', en: 'Certificates of' };
