/** The sentences about a document that does not fit: what stands there and what is allowed, on one line. */
import type { Language, LocalText } from './words.ts';

/** Documents whose size is asked before they are read, as a sentence names them. */
export type SizedKind = 'site' | 'run' | 'catalogue';
const SIZED_KINDS: Readonly<Record<SizedKind, LocalText>> = {
  site: { ru: 'профиля площадки', en: 'site profile' },
  run: { ru: 'результатов запуска', en: 'run document' },
  catalogue: { ru: 'каталога требований', en: 'requirement catalogue' },
};

const NO_KEY_RU = 'нет ключа';

interface ProblemTexts {
  readonly empty: string;
  readonly endOfFile: string;
  readonly character: (shown: string) => string;
  readonly syntax: (line: number, column: number, seen: string) => string;
  readonly tooBig: (mebibytes: number, limit: number, kind: SizedKind) => string;
  readonly notAnObject: (seen: string) => string;
  readonly emptyList: string;
  readonly wrongFormat: (seen: string, format: string) => string;
  readonly laterVersion: (version: number, known: number) => string;
  readonly wrongVersion: (seen: string, known: number) => string;
  readonly unknownKey: (
    key: string,
    place: string,
    like: string | null,
    allowed: readonly string[],
  ) => string;
  readonly missing: (place: string, allowed: string) => string;
  readonly wrong: (place: string, seen: string, allowed: string) => string;
  readonly duplicateId: (place: string, id: string, earlier: string) => string;
  readonly more: (count: number) => string;
  /** A value in a few characters, or only its kind. */
  readonly seen: (value: unknown) => string;
  readonly allowed: {
    readonly host: string;
    readonly id: string;
    readonly catalogue: string;
    readonly uuid: string;
    readonly date: string;
    readonly between: (from: number, to: number) => string;
    readonly oneOf: (values: readonly unknown[]) => string;
    readonly atLeast: (value: number) => string;
    readonly atMost: (value: number) => string;
    readonly minLength: (count: number, what: 'string' | 'array') => string;
    readonly maxLength: (count: number, what: 'string' | 'array') => string;
    readonly kind: Readonly<Record<string, string>>;
    readonly other: string;
  };
}

export const PROBLEM_TEXTS: Readonly<Record<Language, ProblemTexts>> = {
  ru: {
    empty: 'файл пуст; нужен документ JSON',
    endOfFile: 'конец файла',
    character: (shown) => `знак ${shown}`,
    syntax: (line, column, seen) =>
      `это не JSON: строка ${line}, столбец ${column}: ${seen} здесь стоять не может`,
    tooBig: (mebibytes, limit, kind) =>
      `${mebibytes} МиБ: слишком большой файл для ${SIZED_KINDS[kind].ru}, можно не больше ${limit} МиБ`,
    notAnObject: (seen) => `на верхнем уровне стоит ${seen}; нужен объект { … }`,
    emptyList: 'список пуст; нужны результаты хотя бы одного запуска',
    wrongFormat: (seen, format) => `format: ${standsRu(seen)}; нужно «${format}»`,
    laterVersion: (version, known) =>
      `version: версия ${version} новее этой программы (она знает версию ${known}): обновите её`,
    wrongVersion: (seen, known) => `version: ${standsRu(seen)}; нужна версия ${known}`,
    unknownKey: (key, place, like, allowed) =>
      `${join(place, key)}: неизвестный ключ${hint(like, allowed, 'возможно', 'можно')}`,
    missing: (place, allowed) => `${place}: ${NO_KEY_RU}; нужно: ${allowed}`,
    wrong: (place, seen, allowed) => `${place}: стоит ${seen}; нужно: ${allowed}`,
    duplicateId: (place, id, earlier) =>
      `${place}: ${show(id, 'ru')} уже занят (${earlier}); id не должен повторяться`,
    more: (count) => `и ещё ошибок: ${count}`,
    seen: (value) => seenIn(value, 'ru', { object: 'объект', array: 'список', nothing: NO_KEY_RU }),
    allowed: {
      host: 'имя узла или IP-адрес, без пробелов и порта',
      id: 'от 1 до 64 знаков: латинские буквы, цифры, точка, дефис, подчёркивание; первой буква или цифра',
      catalogue: 'имя каталога: строчные латинские буквы, цифры, дефис',
      uuid: 'UUID вида 0b7c2f4e-1d2a-4c3b-8e9f-001122334455',
      date: 'дата и время вида 2026-11-22T06:00:00.000Z',
      between: (from, to) => `целое число от ${from} до ${to}`,
      oneOf: (values) =>
        values.length === 1
          ? show(values[0], 'ru')
          : `одно из: ${values.map((value) => show(value, 'ru')).join(', ')}`,
      atLeast: (value) => `не меньше ${value}`,
      atMost: (value) => `не больше ${value}`,
      minLength: (count, what) =>
        count === 1
          ? what === 'array'
            ? 'хотя бы один элемент'
            : 'хотя бы один знак'
          : `${what === 'array' ? 'элементов' : 'знаков'} не меньше ${count}`,
      maxLength: (count, what) => `${what === 'array' ? 'элементов' : 'знаков'} не больше ${count}`,
      kind: {
        string: 'строка',
        number: 'число',
        int: 'целое число',
        boolean: 'true или false',
        array: 'список [ … ]',
        object: 'объект { … }',
        record: 'объект { … }',
        null: 'null',
      },
      other: 'другое значение',
    },
  },
  en: {
    empty: 'the file is empty; a JSON document is needed',
    endOfFile: 'the end of the file',
    character: (shown) => `the character ${shown}`,
    syntax: (line, column, seen) =>
      `this is not JSON: line ${line}, column ${column}: ${seen} cannot stand here`,
    tooBig: (mebibytes, limit, kind) =>
      `${mebibytes} MiB: too big for a ${SIZED_KINDS[kind].en}, at most ${limit} MiB`,
    notAnObject: (seen) => `the top level is ${seen}; an object { … } is needed`,
    emptyList: 'the list is empty; the results of at least one run are needed',
    wrongFormat: (seen, format) => `format: is ${seen}; must be "${format}"`,
    laterVersion: (version, known) =>
      `version: version ${version} is later than this program (it knows version ${known}): update the program`,
    wrongVersion: (seen, known) => `version: is ${seen}; must be ${known}`,
    unknownKey: (key, place, like, allowed) =>
      `${join(place, key)}: unknown key${hint(like, allowed, 'perhaps', 'allowed')}`,
    missing: (place, allowed) => `${place}: is missing; must be: ${allowed}`,
    wrong: (place, seen, allowed) => `${place}: is ${seen}; must be: ${allowed}`,
    duplicateId: (place, id, earlier) =>
      `${place}: ${show(id, 'en')} is taken (${earlier}); an id must not repeat`,
    more: (count) => `and ${count} more`,
    seen: (value) => seenIn(value, 'en', { object: 'an object', array: 'a list', nothing: 'absent' }),
    allowed: {
      host: 'a host name or an IP address, without spaces or port',
      id: '1 to 64 characters: Latin letters, digits, dot, hyphen, underscore; first a letter or digit',
      catalogue: 'the name of a catalogue: lower-case Latin letters, digits, hyphen',
      uuid: 'a UUID such as 0b7c2f4e-1d2a-4c3b-8e9f-001122334455',
      date: 'a date and time such as 2026-11-22T06:00:00.000Z',
      between: (from, to) => `a whole number from ${from} to ${to}`,
      oneOf: (values) =>
        values.length === 1
          ? show(values[0], 'en')
          : `one of: ${values.map((value) => show(value, 'en')).join(', ')}`,
      atLeast: (value) => `at least ${value}`,
      atMost: (value) => `at most ${value}`,
      minLength: (count, what) =>
        count === 1
          ? what === 'array'
            ? 'at least one element'
            : 'at least one character'
          : `at least ${count} ${what === 'array' ? 'elements' : 'characters'}`,
      maxLength: (count, what) => `at most ${count} ${what === 'array' ? 'elements' : 'characters'}`,
      kind: {
        string: 'a text',
        number: 'a number',
        int: 'a whole number',
        boolean: 'true or false',
        array: 'a list [ … ]',
        object: 'an object { … }',
        record: 'an object { … }',
        null: 'null',
      },
      other: 'another value',
    },
  },
};

/** `['servers', 0, 'host']` → `servers[0].host`. */
export function placeName(path: readonly PropertyKey[]): string {
  let name = '';
  for (const part of path) {
    if (typeof part === 'number') name += `[${part}]`;
    else name = join(name, String(part));
  }
  return name;
}

/** One line of at most `length` characters, without control characters. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ');
  const characters = Array.from(line.slice(0, length * 2 + 2));
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : characters.join('');
}

/** A value as it stands in the document, short and on one line, in the quotes of the language. */
export function show(value: unknown, language: Language): string {
  if (typeof value !== 'string') return shorten(String(value), 40);
  return language === 'ru' ? `«${shorten(value, 40)}»` : `"${shorten(value, 40)}"`;
}

/** A key that is not there has no value that could stand in it. */
function standsRu(seen: string): string {
  return seen === NO_KEY_RU ? seen : `стоит ${seen}`;
}

function join(place: string, key: string): string {
  const shown = shorten(key, 40);
  return place === '' ? shown : `${place}.${shown}`;
}

function hint(like: string | null, allowed: readonly string[], perhaps: string, can: string): string {
  if (like !== null) return `; ${perhaps}: ${like}`;
  return allowed.length === 0 ? '' : `; ${can}: ${allowed.join(', ')}`;
}

function seenIn(
  value: unknown,
  language: Language,
  names: { readonly object: string; readonly array: string; readonly nothing: string },
): string {
  if (value === undefined) return names.nothing;
  if (Array.isArray(value)) return names.array;
  return typeof value === 'object' && value !== null ? names.object : show(value, language);
}
