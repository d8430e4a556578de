/** What is wrong with a document is said in one line: file, place, what stands there, what is allowed. */
import { describe, expect, it } from 'vitest';
import { readDocument, readRuns, readSite, tooBig } from '../../../src/contract/problems.ts';
import { siteSchema } from '../../../src/contract/site.ts';
import { runsJson } from '../../../src/report/json.ts';
import { goodVisit, romashka } from '../../fixtures/romashka.ts';

const GOOD = {
  format: 'printum-sitecheck/site',
  version: 1,
  id: '0b7c2f4e-1d2a-4c3b-8e9f-001122334455',
  name: 'ООО «Ромашка»',
  scheme: 'single',
  servers: [{ id: 'app1', host: '10.77.30.10', roles: ['printManager'] }],
};

function problemsOf(document: unknown, language: 'ru' | 'en' = 'en'): readonly string[] {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  const result = readSite(text, 'x.site.json', language);
  return result.ok ? [] : result.problems;
}

function withKeys(changes: Readonly<Record<string, unknown>>): unknown {
  return { ...GOOD, ...changes };
}

function server(changes: Readonly<Record<string, unknown>>): unknown {
  return withKeys({ servers: [{ ...GOOD.servers[0], ...changes }] });
}

describe('readSite', () => {
  it('reads a good profile with its defaults, with and without a byte order mark', () => {
    for (const mark of ['', '\uFEFF']) {
      const result = readSite(mark + JSON.stringify(GOOD), 'x.site.json', 'ru');
      expect(result.ok && result.value.probe.timeoutMs).toBe(2000);
    }
  });

  it.each([
    ['', 'x.site.json: the file is empty; a JSON document is needed'],
    [' \n\uFEFF', 'x.site.json: the file is empty; a JSON document is needed'],
    [
      '{\n  "a": 1,\n}',
      'x.site.json: this is not JSON: line 3, column 1: the character "}" cannot stand here',
    ],
    [
      '{"a": [1, 2',
      'x.site.json: this is not JSON: line 1, column 12: the end of the file cannot stand here',
    ],
    ['[1]', 'x.site.json: the top level is a list; an object { … } is needed'],
    ['"text"', 'x.site.json: the top level is "text"; an object { … } is needed'],
    ['null', 'x.site.json: the top level is null; an object { … } is needed'],
    [
      withKeys({ format: 'printum-sitecheck/run' }),
      'x.site.json: format: is "printum-sitecheck/run"; must be "printum-sitecheck/site"',
    ],
    [{}, 'x.site.json: format: is absent; must be "printum-sitecheck/site"'],
    [
      withKeys({ version: 2 }),
      'x.site.json: version: version 2 is later than this program (it knows version 1): update the program',
    ],
    [withKeys({ version: '1' }), 'x.site.json: version: is "1"; must be 1'],
    [withKeys({ version: 0 }), 'x.site.json: version: is 0; must be 1'],
    [withKeys({ version: 1.5 }), 'x.site.json: version: is 1.5; must be 1'],
    [withKeys({ devces: [] }), 'x.site.json: devces: unknown key; perhaps: devices'],
    [server({ hots: 'a' }), 'x.site.json: servers[0].hots: unknown key; allowed: id, name, host, roles'],
    [server({ nmae: 'a' }), 'x.site.json: servers[0].nmae: unknown key; perhaps: name'],
    [withKeys({ snmp: { comunity: 'x' } }), 'x.site.json: snmp.comunity: unknown key; perhaps: community'],
    [
      withKeys({ external: [{ id: 'pg', kind: 'postgresql', host: 'a', databse: 'x' }] }),
      'x.site.json: external[0].databse: unknown key; perhaps: database',
    ],
    [
      withKeys({ external: [{ id: 'pg', kind: 'oracle', host: 'a' }] }),
      'x.site.json: external[0].kind: is "oracle"; must be: one of: "postgresql", "clickhouse", "domain", "nfs"',
    ],
    [
      withKeys({ portOverrides: { 'account-http': 0 } }),
      'x.site.json: portOverrides.account-http: is 0; must be: a whole number from 1 to 65535',
    ],
    [
      withKeys({ external: [{ id: 'pg', kind: 'postgresql', host: 'a', port: 70000 }] }),
      'x.site.json: external[0].port: is 70000; must be: a whole number from 1 to 65535',
    ],
    [
      server({ host: 'print server' }),
      'x.site.json: servers[0].host: is "print server"; must be: a host name or an IP address, without spaces or port',
    ],
    [
      server({ host: '10.0.0.256' }),
      'x.site.json: servers[0].host: is "10.0.0.256"; must be: a host name or an IP address, without spaces or port',
    ],
    [
      server({ host: undefined }),
      'x.site.json: servers[0].host: is missing; must be: a host name or an IP address, without spaces or port',
    ],
    [server({ roles: [] }), 'x.site.json: servers[0].roles: is a list; must be: at least one element'],
    [withKeys({ servers: {} }), 'x.site.json: servers: is an object; must be: a list [ … ]'],
    [withKeys({ name: '' }), 'x.site.json: name: is ""; must be: at least one character'],
    [
      withKeys({ scheme: 'cluster' }),
      'x.site.json: scheme: is "cluster"; must be: one of: "single", "distributed", "ha"',
    ],
    [
      withKeys({ catalogue: 'Printum.R12' }),
      'x.site.json: catalogue: is "Printum.R12"; must be: the name of a catalogue: lower-case Latin letters, digits, hyphen',
    ],
    [
      withKeys({ id: 'office' }),
      'x.site.json: id: is "office"; must be: a UUID such as 0b7c2f4e-1d2a-4c3b-8e9f-001122334455',
    ],
    [
      withKeys({ probe: { timeoutMs: 5 } }),
      'x.site.json: probe.timeoutMs: is 5; must be: a whole number from 100 to 60000',
    ],
    [
      withKeys({
        devices: [
          { id: 'mfu', host: 'a' },
          { id: 'two', host: 'b' },
          { id: 'mfu', host: 'c' },
        ],
      }),
      'x.site.json: devices[2].id: "mfu" is taken (devices[0]); an id must not repeat',
    ],
    [
      `{"__proto__": {"polluted": 1}, ${JSON.stringify(GOOD).slice(1)}`,
      'x.site.json: __proto__: unknown key',
    ],
    [
      JSON.stringify(withKeys({ portOverrides: { P: 1 } })).replace('"P"', '"\\u005f_proto__"'),
      'x.site.json: portOverrides.__proto__: unknown key',
    ],
    [withKeys({ constructor: 1 }), /^x\.site\.json: constructor: unknown key; allowed: format, version, /],
  ] as const)('says in one line what is wrong with %j', (document, expected) => {
    const problems = problemsOf(document);
    expect(problems[0]).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
    for (const line of problems) expect(line).not.toContain('\n');
  });

  it('speaks Russian with the same places', () => {
    expect(problemsOf(withKeys({ version: 2 }), 'ru')).toEqual([
      'x.site.json: version: версия 2 новее этой программы (она знает версию 1): обновите её',
    ]);
    expect(problemsOf(server({ host: 'a b' }), 'ru')).toEqual([
      'x.site.json: servers[0].host: стоит «a b»; нужно: имя узла или IP-адрес, без пробелов и порта',
    ]);
    expect(problemsOf({}, 'ru')).toEqual(['x.site.json: format: нет ключа; нужно «printum-sitecheck/site»']);
    expect(problemsOf(withKeys({ version: undefined }), 'ru')).toEqual([
      'x.site.json: version: нет ключа; нужна версия 1',
    ]);
    expect(problemsOf(withKeys({ name: undefined }), 'ru')).toEqual([
      'x.site.json: name: нет ключа; нужно: строка',
    ]);
    expect(problemsOf(withKeys({ name: '' }), 'ru')).toEqual([
      'x.site.json: name: стоит «»; нужно: хотя бы один знак',
    ]);
    expect(problemsOf(withKeys({ scheme: 'x' }), 'ru')).toEqual([
      'x.site.json: scheme: стоит «x»; нужно: одно из: «single», «distributed», «ha»',
    ]);
    expect(problemsOf('{"a" 1}', 'ru')).toEqual([
      'x.site.json: это не JSON: строка 1, столбец 6: знак «1» здесь стоять не может',
    ]);
  });

  it('tells every problem on its own line, and stops counting them out at twenty', () => {
    expect(problemsOf(withKeys({ scheme: 'x', name: 5, nam: 1 }))).toHaveLength(3);
    const devices = Array.from({ length: 500 }, () => ({ id: 'same', host: 'a' }));
    const problems = problemsOf(withKeys({ devices }));
    expect(problems).toHaveLength(20);
    expect(problems.at(-1)).toBe('x.site.json: and 480 more');
  });

  it('never repeats a whole document or a control character in a message', () => {
    const long = problemsOf(server({ host: `a ${'b'.repeat(100_000)}\u001b[31m\n` }))[0] ?? '';
    expect(long.length).toBeLessThan(200);
    expect(problemsOf(withKeys({ ['k\u001b\n'.repeat(50)]: 1 }))[0]).toMatch(/^x\.site\.json: [^\p{Cc}]*$/u);
  });

  it('does not lose its stack over deep or long nonsense', () => {
    expect(problemsOf('['.repeat(200_000))[0]).toContain('the end of the file');
    expect(problemsOf(`"${'a'.repeat(3_000_000)}`)[0]).toContain('the end of the file');
    expect(problemsOf(`{"a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`)[0]).toContain('format');
  });
});

describe('readRuns', () => {
  const runs = goodVisit(romashka(1));

  it('asks for a run document where a profile stands', () => {
    const result = readRuns(JSON.stringify(GOOD), 'r.json', 'ru');
    expect(result).toEqual({
      ok: false,
      problems: ['r.json: format: стоит «printum-sitecheck/site»; нужно «printum-sitecheck/run»'],
    });
  });

  it('reads one document and a list of several, as the window saves them', () => {
    const [first] = runs;
    expect(readRuns(JSON.stringify(first), 'r.json', 'ru')).toEqual({ ok: true, value: [first] });
    expect(readRuns(runsJson({ runs }), 'r.json', 'ru')).toEqual({ ok: true, value: runs });
  });

  it.each([
    [[], 'r.json: список пуст; нужны результаты хотя бы одного запуска'],
    [[runs[0], GOOD], 'r.json[1]: format: стоит «printum-sitecheck/site»; нужно «printum-sitecheck/run»'],
    [[runs[0], [runs[1]]], 'r.json[1]: на верхнем уровне стоит список; нужен объект { … }'],
  ] as const)('names the document of the list that is none', (list, problem) => {
    expect(readRuns(JSON.stringify(list), 'r.json', 'ru')).toEqual({ ok: false, problems: [problem] });
  });
});

describe('readDocument', () => {
  it('reads a document without format and version', () => {
    const text = JSON.stringify(GOOD);
    expect(readDocument({ schema: siteSchema, text, file: 'f', language: 'ru' }).ok).toBe(true);
  });
});

describe('tooBig', () => {
  it('refuses a profile of 50 MB before it is read, and lets an ordinary one through', () => {
    expect(tooBig('big.json', 50_000_000, 'ru')).toBe(
      'big.json: 47.7 МиБ: слишком большой файл для профиля площадки, можно не больше 8 МиБ',
    );
    expect(tooBig('big.json', 50_000_000, 'en', 'run')).toBeNull();
    expect(tooBig('site.json', 8 * 1024 * 1024, 'ru')).toBeNull();
  });
});
