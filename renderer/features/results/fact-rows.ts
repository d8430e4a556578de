/** A result's facts as names and values that a person can read. */
import type { CheckResult } from '../../../src/contract/check.ts';
import { describeSnmpDetails } from '../../../src/contract/details-snmp.ts';
import { factsOf, type HttpReply, type TlsFacts } from '../../../src/contract/facts.ts';
import { PARTY_LABELS } from '../../../src/contract/labels.ts';
import type { Language } from '../../../src/contract/words.ts';
import { formatDate, formatDuration } from '../../format.ts';
import type { KeyValue } from '../../ui/key-values.tsx';

/** The `results.facts` texts by key, with places filled in. */
export type FactText = (key: FactKey, places?: Readonly<Record<string, string>>) => string;

export type FactKey =
  | 'target'
  | 'direction'
  | 'address'
  | 'localAddress'
  | 'rtt'
  | 'attempts'
  | 'protocol'
  | 'cipher'
  | 'subject'
  | 'names'
  | 'issuer'
  | 'validity'
  | 'validityValue'
  | 'trust'
  | 'selfSigned'
  | 'trusted'
  | 'untrusted'
  | 'nameMismatch'
  | 'fingerprint'
  | 'http'
  | 'server'
  | 'pageTitle'
  | 'location'
  | 'authenticate'
  | 'firstBytes'
  | 'failure'
  | 'failureValue'
  | `phases.${NonNullable<CheckResult['failure']>['phase']}`;

export function factRows(result: CheckResult, language: Language, text: FactText): readonly KeyValue[] {
  const http = factsOf(result, 'http');
  const https = factsOf(result, 'https') ?? factsOf(result, 'haproxy') ?? factsOf(result, 'online-install');
  const connection = http ?? https ?? factsOf(result, 'tcp') ?? factsOf(result, 'raw');
  const rows: (readonly [FactKey, string | null | undefined])[] = [
    ['direction', `${PARTY_LABELS[result.from][language]} – ${PARTY_LABELS[result.to.role][language]}`],
    ['target', `${result.to.host}:${result.port}`],
    ['address', connection?.address === result.to.host ? null : connection?.address],
    ['localAddress', connection?.localAddress],
    ['rtt', result.rttMs === null ? null : formatDuration(result.rttMs, language)],
    ['attempts', result.attempts > 0 ? String(result.attempts) : null],
    ...(https?.tls ? tlsRows(https.tls, language, text) : []),
    ...replyRows((https ?? http)?.reply ?? null),
    ['firstBytes', (https ?? http)?.firstBytes],
    ['failure', failureText(result, text)],
  ];
  const common = rows.flatMap(([key, value]) =>
    value === null || value === undefined || value === '' ? [] : [{ key: text(key), value }],
  );
  const details = describeSnmpDetails(result, language);
  return [...common, ...details.map(({ name, value }) => ({ key: name, value }))];
}

function tlsRows(tls: TlsFacts, language: Language, text: FactText): (readonly [FactKey, string])[] {
  const trust = [
    tls.selfSigned ? text('selfSigned') : '',
    tls.verificationError === null ? text('trusted') : text('untrusted', { error: tls.verificationError }),
    tls.nameMatches ? '' : text('nameMismatch'),
  ];
  return [
    ['protocol', tls.protocol],
    ['cipher', tls.cipher],
    ['subject', tls.subject],
    ['names', tls.subjectAltNames.join(', ')],
    ['issuer', tls.issuer],
    [
      'validity',
      text('validityValue', {
        from: formatDate(tls.validFrom, language),
        to: formatDate(tls.validTo, language),
      }),
    ],
    ['trust', trust.filter(Boolean).join('; ')],
    ['fingerprint', tls.fingerprint256],
  ];
}

function replyRows(reply: HttpReply | null): (readonly [FactKey, string | null])[] {
  if (reply === null) return [];
  return [
    ['http', `${reply.status} ${reply.statusText}`.trim()],
    ['server', reply.server],
    ['pageTitle', reply.title],
    ['location', reply.location],
    ['authenticate', reply.authenticate],
  ];
}

function failureText({ failure }: CheckResult, text: FactText): string | null {
  if (failure === undefined) return null;
  return text('failureValue', { code: failure.code, phase: text(`phases.${failure.phase}`) });
}
