/** The run's check of itself, in words: a port that nobody serves must not be open. */
import type { Control } from '../contract/run.ts';
import type { Language } from '../contract/words.ts';
import type { Decoy } from '../probes/decoy.ts';

/** The control's row in the run document. */
export function controlOf(host: string, decoy: Decoy, language: Language): Control {
  const { port, outcome } = decoy;
  return { id: 'decoy-port', outcome, target: host, port, message: MESSAGES[outcome][language](host, port) };
}

type Sentence = (host: string, port: number) => string;

const MESSAGES: Readonly<Record<Control['outcome'], Readonly<Record<Language, Sentence>>>> = {
  pass: {
    ru: (host, port) => `Порт-приманка ${port} на ${host} не открыт, как и должен`,
    en: (host, port) => `The decoy port ${port} on ${host} is not open, as it should be`,
  },
  fail: {
    ru: (host, port) =>
      `Порт-приманка ${port} на ${host} открыт: за узел отвечает кто-то на пути, открытому порту без ответа службы верить нельзя`,
    en: (host, port) =>
      `The decoy port ${port} on ${host} is open: something answers for the host, so an open port without a reply cannot be trusted`,
  },
  error: {
    ru: (host, port) => `Порт-приманку ${port} на ${host} проверить не удалось`,
    en: (host, port) => `The decoy port ${port} on ${host} could not be checked`,
  },
};
