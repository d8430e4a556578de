/** Values of options: what is allowed, and one sentence where something else stands there. */
import { show } from '../contract/problem-texts.ts';
import { PROBE_LIMITS } from '../contract/site.ts';
import { LISTEN_SECONDS } from '../contract/traps.ts';
import {
  LANGUAGES,
  type Language,
  STAGES,
  type Stage,
  VIEWPOINTS,
  type Viewpoint,
} from '../contract/words.ts';
import { UsageError } from './io.ts';
import { CLI_TEXTS } from './texts.ts';

export interface RawOptions {
  readonly from?: string;
  readonly stage?: string;
  readonly json?: string;
  readonly only?: string;
  readonly target?: string;
  readonly localAddress?: string;
  readonly timeout?: string;
  readonly concurrency?: string;
  readonly indirect?: boolean;
  readonly quiet?: boolean;
  readonly format?: string;
  readonly out?: string;
  readonly basis?: string;
  readonly workstationNetwork?: string;
  readonly deviceNetwork?: string;
  readonly as?: string;
  readonly address?: string;
  readonly seconds?: string;
}

/** Looked for before anything else is parsed, because the messages about the rest need it. */
export function languageOf(argv: readonly string[]): Language {
  return LANGUAGES.find((language) => language === askedLanguage(argv)) ?? 'ru';
}

export function requireLanguage(argv: readonly string[]): Language {
  const asked = askedLanguage(argv);
  return asked === undefined ? 'ru' : choose('--lang', asked, LANGUAGES, 'ru');
}

function askedLanguage(argv: readonly string[]): string | undefined {
  const index = argv.lastIndexOf('--lang');
  if (index >= 0) return argv[index + 1];
  return argv.findLast((argument) => argument.startsWith('--lang='))?.slice('--lang='.length);
}

export function requireViewpoint(options: RawOptions, language: Language): Viewpoint {
  if (options.from === undefined) {
    throw new UsageError([CLI_TEXTS[language].missingOption('--from', VIEWPOINTS.join(', '))]);
  }
  return choose('--from', options.from, VIEWPOINTS, language);
}

export function requireStage(options: RawOptions, language: Language): Stage {
  return options.stage === undefined ? 'after-install' : choose('--stage', options.stage, STAGES, language);
}

const LIMITS = {
  '--timeout': PROBE_LIMITS.timeoutMs,
  '--concurrency': PROBE_LIMITS.concurrency,
  '--seconds': LISTEN_SECONDS,
} as const;

/** A whole number within the limits that profile and window have too; undefined where the option is absent. */
export function requireNumber(
  name: keyof typeof LIMITS,
  value: string | undefined,
  language: Language,
): number | undefined {
  if (value === undefined) return undefined;
  const { min, max } = LIMITS[name];
  const number = /^[0-9]{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return number;
  throw new UsageError([CLI_TEXTS[language].badValue(name, show(value, language), `${min}–${max}`)]);
}

/** Whose place `standin` takes; the contract knows `device` too, which is not there yet. */
export function requireServerPlace(options: RawOptions, language: Language): 'server' {
  if (options.as === undefined) throw new UsageError([CLI_TEXTS[language].missingOption('--as', 'server')]);
  if (options.as === 'device') throw new UsageError([CLI_TEXTS[language].deviceLater]);
  return choose('--as', options.as, ['server'], language);
}

/** `a,b` → the set of both; every one must be among `allowed`. */
export function requireList(
  name: '--only' | '--target',
  value: string | undefined,
  allowed: ReadonlySet<string>,
  language: Language,
): ReadonlySet<string> | undefined {
  if (value === undefined) return undefined;
  const asked = value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const shown = [...allowed].slice(0, 40).join(', ') + (allowed.size > 40 ? ', …' : '');
  const wrong = asked.length === 0 ? [value] : asked.filter((part) => !allowed.has(part));
  if (wrong.length > 0) {
    throw new UsageError(
      wrong.map((part) => CLI_TEXTS[language].badValue(name, show(part, language), shown)),
    );
  }
  return new Set(asked);
}

/** One of the allowed words, or one sentence about what stands there. */
export function choose<T extends string>(
  name: string,
  value: string,
  allowed: readonly T[],
  language: Language,
): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  throw new UsageError([CLI_TEXTS[language].badValue(name, show(value, language), allowed.join(', '))]);
}
