/** «Что увидели» of the IPP probe: the model of a device, the queues of a CUPS, or who answered instead. */
import { factsOf } from './facts.ts';
import type { IppFacts } from './facts-ipp.ts';
import type { Language, LocalText, ProbeKind } from './words.ts';

const WORDS = {
  queues: { ru: 'очередей:', en: 'queues:' },
  notIpp: { ru: 'не IPP', en: 'not IPP' },
  withinTls: { ru: 'внутри TLS', en: 'within TLS' },
  login: { ru: 'просит вход', en: 'asks for login' },
  forbidden: { ru: 'не разрешено', en: 'not allowed' },
  silent: { ru: 'молчит', en: 'silent' },
  other: { ru: 'другая служба', en: 'another service' },
} as const satisfies Record<string, LocalText>;

const MAX_MODEL = 40;

/** For example «IPP, Kyocera ECOSYS M3145dn», «IPP, очередей: 2», «HTTP 404, не IPP»; null for other probes. */
export function describeIpp(
  result: { readonly service: ProbeKind; readonly facts: Readonly<Record<string, unknown>> },
  language: Language,
): string | null {
  const facts = factsOf(result, 'ipp');
  if (facts === null) return null;
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  if (facts.spoke === 'nothing') return `TLS, ${say('silent')}`;
  if (facts.spoke === 'other') return say('other');
  const within = facts.tls === null ? 'IPP' : `IPP ${say('withinTls')}`;
  if (facts.ipp === null) return httpWords(facts, say);
  const { status, statusWord } = facts.ipp;
  if (status === 0x0402) return `${within}, ${say('login')}`;
  if (status === 0x0401 || status === 0x0403) return `${within}, ${say('forbidden')}`;
  if (facts.queues !== null) return `${within}, ${say('queues')} ${facts.queues.count}`;
  if (facts.printer === null) return `${within}, ${statusWord}`;
  const model = facts.printer.makeAndModel ?? facts.printer.name;
  return model === null ? within : `${within}, ${shortened(model)}`;
}

function httpWords({ reply }: IppFacts, say: (word: keyof typeof WORDS) => string): string {
  const status = reply?.status ?? 0;
  const http = `HTTP ${status}`;
  if (status === 401) return `${http}, ${say('login')}`;
  return status === 403 ? `${http}, ${say('forbidden')}` : `${http}, ${say('notIpp')}`;
}

function shortened(model: string): string {
  return model.length <= MAX_MODEL ? model : `${model.slice(0, MAX_MODEL - 1)}…`;
}
