/** The words of the product as a person reads them: the same on screen and on paper, in each language. */
import type {
  LocalText,
  Party,
  PortState,
  ProbeKind,
  Proof,
  Scheme,
  Stage,
  Verdict,
  Viewpoint,
} from './words.ts';

/** What a row shows as its verdict: the five verdicts, a good answer seen indirectly, and rows not finished. */
export const VERDICT_SIGNS = [
  'pass',
  'answers',
  'warn',
  'fail',
  'fail-indirect',
  'skip',
  'other-place',
  'error',
  'running',
  'queued',
  'not-seen',
  'waived',
] as const;
export type VerdictSign = (typeof VERDICT_SIGNS)[number];

export const VERDICT_LABELS: Readonly<Record<VerdictSign, LocalText>> = {
  pass: { ru: 'Пройдено', en: 'Passed' },
  answers: { ru: 'Отвечает', en: 'Answers' },
  warn: { ru: 'Внимание', en: 'Attention' },
  fail: { ru: 'Не пройдено', en: 'Failed' },
  'fail-indirect': { ru: 'Не пройдено', en: 'Failed' },
  skip: { ru: 'Пропущено', en: 'Skipped' },
  'other-place': { ru: 'Не отсюда', en: 'Not from here' },
  error: { ru: 'Не удалось', en: 'Could not run' },
  running: { ru: 'Идёт', en: 'Running' },
  queued: { ru: 'В очереди', en: 'Queued' },
  'not-seen': { ru: 'Не смотрели', en: 'Not looked at' },
  waived: { ru: 'Снято', en: 'Waived' },
};

/** The sign and word of a finished row: an indirect good answer never looks like a proven one. */
export function verdictSign(result: {
  readonly verdict: Verdict;
  readonly proof: Proof;
  readonly reason: { readonly code: string };
}): VerdictSign {
  switch (result.verdict) {
    case 'pass':
      return result.proof === 'direct' ? 'pass' : 'answers';
    case 'fail':
      return result.proof === 'direct' ? 'fail' : 'fail-indirect';
    case 'skip':
      return OTHER_PLACE_REASONS.has(result.reason.code) ? 'other-place' : 'skip';
    default:
      return result.verdict;
  }
}

const OTHER_PLACE_REASONS: ReadonlySet<string> = new Set([
  'other-viewpoint',
  'inside-one-server',
  'indirect-no-evidence',
]);

export const PORT_STATE_LABELS: Readonly<Record<PortState | 'not-probed', LocalText>> = {
  open: { ru: 'открыт', en: 'open' },
  closed: { ru: 'закрыт, отказ вернулся', en: 'closed, refusal came back' },
  filtered: { ru: 'фильтруется, тишина', en: 'filtered, silence' },
  'open|filtered': { ru: 'открыт или фильтруется', en: 'open or filtered' },
  unreachable: { ru: 'недоступен', en: 'unreachable' },
  unresolved: { ru: 'имя не найдено', en: 'name not found' },
  'not-probed': { ru: 'не проверялся', en: 'not probed' },
};

export const PROOF_LABELS: Readonly<Record<Proof, LocalText>> = {
  direct: { ru: 'напрямую', en: 'direct' },
  indirect: { ru: 'косвенно', en: 'indirect' },
  none: { ru: 'нет', en: 'none' },
};

/** The line and word of a row: where the tool itself failed nothing was seen, so nothing is proven. */
export function shownProof(result: { readonly verdict: Verdict; readonly proof: Proof }): Proof {
  return result.verdict === 'error' ? 'none' : result.proof;
}

/** The three places to plug in. */
export const VIEWPOINT_LABELS: Readonly<Record<Viewpoint, LocalText>> = {
  workstation: { ru: 'Розетка АРМ', en: 'Workstation socket' },
  device: { ru: 'Розетка МФУ', en: 'MFP socket' },
  server: { ru: 'Сеть серверов', en: 'Server network' },
};

/** The same, inside a sentence: «из розетки АРМ». */
export const VIEWPOINT_ORIGINS: Readonly<Record<Viewpoint, LocalText>> = {
  workstation: { ru: 'из розетки АРМ', en: 'from the workstation socket' },
  device: { ru: 'из розетки МФУ', en: 'from the MFP socket' },
  server: { ru: 'из сети серверов', en: 'from the server network' },
};

export const STAGE_LABELS: Readonly<Record<Stage, LocalText>> = {
  'before-install': { ru: 'До установки', en: 'Before installation' },
  'after-install': { ru: 'После установки', en: 'After installation' },
};

export const SCHEME_LABELS: Readonly<Record<Scheme, LocalText>> = {
  single: { ru: 'Один сервер', en: 'Single server' },
  distributed: { ru: 'Распределённая', en: 'Distributed' },
  ha: { ru: 'Отказоустойчивая', en: 'High availability' },
};

export const PARTY_LABELS: Readonly<Record<Party, LocalText>> = {
  workstation: { ru: 'АРМ', en: 'Workstation' },
  device: { ru: 'МФУ', en: 'MFP' },
  server: { ru: 'Сервер Принтум', en: 'Printum server' },
  personalAccount: { ru: 'Личный кабинет', en: 'Personal account' },
  printManager: { ru: 'ПринтМенеджер', en: 'PrintManager' },
  monitoring: { ru: 'Мониторинг', en: 'Monitoring' },
  cups: { ru: 'CUPS', en: 'CUPS' },
  scanFtp: { ru: 'FTP для сканов', en: 'Scan FTP' },
  networkAgent: { ru: 'Сетевой агент', en: 'Network agent' },
  redis: { ru: 'Redis', en: 'Redis' },
  loadBalancer: { ru: 'Балансировщик', en: 'Load balancer' },
  clickhouse: { ru: 'ClickHouse', en: 'ClickHouse' },
  postgresql: { ru: 'PostgreSQL', en: 'PostgreSQL' },
  domain: { ru: 'Домен', en: 'Domain' },
  nfs: { ru: 'NFS', en: 'NFS' },
  vendorDownload: { ru: 'Сайт установки', en: 'Download site' },
};

/** Whether a site is ready: a word, never a percentage. */
export const READINESS = ['ready', 'remarks', 'not-ready', 'not-enough-data', 'not-checked'] as const;
export type Readiness = (typeof READINESS)[number];

export const READINESS_LABELS: Readonly<Record<Readiness, LocalText>> = {
  ready: { ru: 'Готово', en: 'Ready' },
  remarks: { ru: 'С замечаниями', en: 'With remarks' },
  'not-ready': { ru: 'Не готово', en: 'Not ready' },
  'not-enough-data': { ru: 'Недостаточно данных', en: 'Not enough data' },
  'not-checked': { ru: 'Не проверялась', en: 'Not checked' },
};

/** The verdict's sign that stands beside each readiness word. */
export const READINESS_SIGNS: Readonly<Record<Readiness, VerdictSign>> = {
  ready: 'pass',
  remarks: 'warn',
  'not-ready': 'fail',
  'not-enough-data': 'not-seen',
  'not-checked': 'not-seen',
};

/** What a probe speaks, inside a sentence. */
export const SERVICE_LABELS: Readonly<Record<ProbeKind, LocalText>> = {
  tcp: { ru: 'TCP', en: 'TCP' },
  http: { ru: 'HTTP', en: 'HTTP' },
  https: { ru: 'HTTPS', en: 'HTTPS' },
  ipp: { ru: 'IPP', en: 'IPP' },
  snmp: { ru: 'SNMP', en: 'SNMP' },
  'snmp-versions': { ru: 'SNMP v1 и v2c', en: 'SNMP v1 and v2c' },
  'snmp-trap': { ru: 'ловушки SNMP', en: 'SNMP traps' },
  'ftp-active': { ru: 'FTP в активном режиме', en: 'FTP in active mode' },
  'ftp-passive': { ru: 'FTP в пассивном режиме', en: 'FTP in passive mode' },
  redis: { ru: 'Redis', en: 'Redis' },
  'redis-sentinel': { ru: 'Redis Sentinel', en: 'Redis Sentinel' },
  haproxy: { ru: 'панель HAProxy', en: 'the HAProxy panel' },
  clickhouse: { ru: 'ClickHouse', en: 'ClickHouse' },
  postgresql: { ru: 'PostgreSQL', en: 'PostgreSQL' },
  domain: { ru: 'домен', en: 'the domain' },
  nfs: { ru: 'NFS', en: 'NFS' },
  raw: { ru: 'RAW', en: 'RAW' },
  'online-install': { ru: 'сайт установки', en: 'the download site' },
};
