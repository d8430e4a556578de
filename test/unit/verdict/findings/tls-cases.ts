/** Faults of TLS, certificates and clocks, one for each row. */
import { romashka } from '../../../fixtures/romashka.ts';
import { failed, plainHttpOnTlsPort } from '../../../support/make-run.ts';
import {
  downloadPage,
  NAMED,
  plainPage,
  type RuleCase,
  type SceneRecipe,
  STARTED_AT,
  securePage,
} from './scenes.ts';

const EXPIRED = { validTo: '2026-11-01T00:00:00.000Z' };
const FUTURE = { validFrom: '2026-11-22T10:00:00.000Z' };
const UNKNOWN = { verificationError: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', issuer: 'CN=Proxy CA' };
const SELF_SIGNED = { verificationError: 'DEPTH_ZERO_SELF_SIGNED_CERT', selfSigned: true };
/** The time that a host tells whose clock is so many minutes ahead of the laptop's. */
function told(aheadMinutes: number): string {
  return new Date(Date.parse(STARTED_AT) + aheadMinutes * 60_000).toUTCString();
}

/** Every page tells this time. */
export function timed(check: Parameters<SceneRecipe['see']>[0], aheadMinutes: number, tls = {}) {
  if (check.service === 'http') return plainPage('http', told(aheadMinutes));
  return check.service === 'https' ? securePage(tls, told(aheadMinutes)) : null;
}

/** What goes wrong with TLS, certificates and clocks, and the causes that must be found. */
export const TLS_CASES: readonly RuleCase[] = [
  // Swapped
  [
    'both ports of a pair speak the other protocol',
    {
      viewpoint: 'workstation',
      see: (check) => {
        if (check.port === 8000) return plainPage('tls');
        return check.port === 8001 ? plainHttpOnTlsPort() : null;
      },
    },
    ['ports-swapped 2'],
  ],
  [
    'one port of each of two pairs speaks plain HTTP',
    {
      viewpoint: 'workstation',
      see: (check) => ([443, 8001].includes(check.port) ? plainHttpOnTlsPort() : null),
    },
    ['http-instead-of-https 2'],
  ],
  [
    'one port wants TLS',
    { viewpoint: 'workstation', see: (check) => (check.port === 8010 ? plainPage('tls') : null) },
    ['https-instead-of-http 1'],
  ],
  [
    'plain HTTP answers before the installation',
    {
      viewpoint: 'workstation',
      stage: 'before-install',
      see: (check) => (check.port === 8080 ? plainHttpOnTlsPort() : null),
    },
    ['http-instead-of-https 1'],
  ],
  [
    'another protocol answers',
    {
      viewpoint: 'workstation',
      see: (check) => (check.port === 8080 ? failed(check, 'reply', 'protocol') : null),
    },
    ['unexpected-protocol 1'],
  ],
  // Certificates
  [
    'one expired certificate serves several ports',
    { viewpoint: 'workstation', see: (check) => (check.service === 'https' ? securePage(EXPIRED) : null) },
    ['certificate-out-of-date 3'],
  ],
  [
    'two different certificates have expired',
    {
      viewpoint: 'workstation',
      see: (check) =>
        check.service === 'https' ? securePage({ ...EXPIRED, fingerprint256: String(check.port) }) : null,
    },
    ['certificate-out-of-date 1', 'certificate-out-of-date 1', 'certificate-out-of-date 1'],
  ],
  [
    'each device has its own expired certificate',
    {
      see: (check) =>
        check.requirement === 'device-https' ? securePage({ ...EXPIRED, fingerprint256: check.to.id }) : null,
    },
    ['certificate-out-of-date 6'],
  ],
  [
    'a certificate begins in the future and no host tells the time',
    { viewpoint: 'workstation', see: (check) => (check.port === 443 ? securePage(FUTURE) : null) },
    ['certificate-from-future 1'],
  ],
  [
    'a certificate names another host',
    {
      site: NAMED,
      viewpoint: 'workstation',
      see: (check) => (check.service === 'https' ? securePage({ nameMatches: false }) : null),
    },
    ['certificate-other-name 3'],
  ],
  [
    'a server signed its own certificate',
    {
      viewpoint: 'workstation',
      see: (check) => (check.service === 'https' ? securePage(SELF_SIGNED) : null),
    },
    ['certificate-self-signed 3'],
  ],
  [
    'nobody knows the issuer of a server’s certificate',
    { viewpoint: 'workstation', see: (check) => (check.service === 'https' ? securePage(UNKNOWN) : null) },
    ['certificate-unknown-issuer 3'],
  ],
  [
    'devices sign for themselves',
    { see: (check) => (check.requirement === 'device-https' ? securePage(SELF_SIGNED) : null) },
    [],
  ],
  [
    'the download site shows an unknown issuer',
    { see: (check) => (check.service === 'online-install' ? downloadPage(UNKNOWN) : null) },
    ['tls-inspected 1'],
  ],
  [
    'the download site and a device share an unknown issuer',
    {
      see: (check) => {
        if (check.service === 'online-install') return downloadPage(UNKNOWN);
        return check.requirement === 'device-https' ? securePage(UNKNOWN) : null;
      },
    },
    ['tls-inspected 7'],
  ],
  // Clocks
  ['all hosts agree with the laptop', { see: (check) => timed(check, 0) }, []],
  ['all hosts are three minutes ahead', { see: (check) => timed(check, 3) }, []],
  ['all hosts are three hours ahead', { see: (check) => timed(check, 180) }, ['laptop-clock-off 12']],
  [
    'certificates begin in the future of a slow laptop',
    { see: (check) => timed(check, 180, FUTURE) },
    ['laptop-clock-off 12'],
  ],
  [
    'certificates have expired by any clock',
    { see: (check) => timed(check, 180, EXPIRED) },
    ['certificate-out-of-date 6', 'laptop-clock-off 12'],
  ],
  [
    'one host alone tells another time',
    { viewpoint: 'workstation', see: (check) => timed(check, -90) },
    ['clocks-differ 6'],
  ],
  [
    'the server differs from the devices',
    {
      address: '10.77.30.10',
      ownHosts: new Set(['10.77.30.10']),
      site: romashka(3),
      see: (check) => timed(check, check.to.role === 'device' ? 0 : 600),
    },
    ['server-clock-off 6'],
  ],
  [
    'one device of many keeps bad time',
    { see: (check) => timed(check, check.to.id === 'mfu-201' ? -5000 : 0) },
    [],
  ],
  [
    'hosts tell times of which no two agree',
    { see: (check) => timed(check, 100 * Number(check.to.id.replace(/\D/g, ''))) },
    [],
  ],
];
