/** The command line without a network: wrong input ends in one line and exit code 2, plans and profiles are shown. */
import { readdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeHaSite, makeSite } from '../plan/sites.ts';
import { makeFolder, sitecheck } from './console.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
let site = '';

beforeAll(async () => {
  folder = await makeFolder();
  site = await folder.write('good.site.json', JSON.stringify(makeSite()));
});

afterAll(() => folder.remove());

describe('sitecheck with wrong input', () => {
  it.each([
    [
      [],
      'sitecheck: a command is needed: validate, plan, run, report, standin or demo; help: sitecheck --help',
    ],
    [['scan'], 'sitecheck: scan: no such command; there are validate, plan, run, report, standin, demo'],
    [['validate'], 'sitecheck: SITE.json: no file is given'],
    [['plan', 'SITE'], 'sitecheck: --from: the option is required; allowed: workstation, device, server'],
    [['plan', 'SITE', '--from'], 'sitecheck: --from: the option needs a value'],
    [
      ['plan', 'SITE', '--from', 'moon'],
      'sitecheck: --from: is "moon"; allowed: workstation, device, server',
    ],
    [
      ['run', 'SITE', '--from', 'device', '--fast'],
      'sitecheck: --fast: no such option; help: sitecheck --help',
    ],
    [['validate', 'SITE', 'SITE'], 'sitecheck: too many arguments; help: sitecheck --help'],
    [
      ['run', 'SITE', '--from', 'device', '--stage', 'later'],
      'sitecheck: --stage: is "later"; allowed: before-install, after-install',
    ],
    [
      ['run', 'SITE', '--from', 'device', '--timeout', '2s'],
      'sitecheck: --timeout: is "2s"; allowed: 100–60000',
    ],
    [
      ['run', 'SITE', '--from', 'device', '--concurrency', '0'],
      'sitecheck: --concurrency: is "0"; allowed: 1–512',
    ],
    [
      ['run', 'SITE', '--from', 'device', '--target', '10.9.9.9'],
      /^sitecheck: --target: is "10\.9\.9\.9"; allowed: 10\.77\.30\.10, /,
    ],
    [
      ['run', 'SITE', '--from', 'device', '--only', 'account-http,redis'],
      /^sitecheck: --only: is "redis"; allowed: account-http, /,
    ],
    [
      ['run', 'SITE', '--from', 'device', '--local-address', '192.0.2.77'],
      /^sitecheck: --local-address: "192\.0\.2\.77" is not an address of this computer; there are: /,
    ],
    [
      ['plan', '/nowhere/x.json', '--from', 'device'],
      'sitecheck: /nowhere/x.json: cannot be read: there is no such file or folder',
    ],
    [['validate', '/tmp'], 'sitecheck: /tmp: cannot be read: it is a folder'],
    [
      ['run', 'SITE', '--from', 'device', '--json', '/nowhere/run.json'],
      'sitecheck: /nowhere/run.json: cannot be written: there is no such file or folder',
    ],
    [
      ['run', 'SITE', '--from', 'device', '--json', '/tmp'],
      'sitecheck: /tmp: cannot be written: it is a folder',
    ],
    [
      ['report', 'SITE', '--format', 'pdf', '--out', 'x'],
      'sitecheck: --format: is "pdf"; allowed: checklist-html, csv, json, firewall-request-html, firewall-request-csv, firewall-request-nftables, firewall-request-windows, firewall-request-cisco, firewall-request-json',
    ],
    [['report', 'SITE', '--format', 'csv'], 'sitecheck: --out: the option is required; allowed: FILE, -'],
    [
      ['report', 'SITE', '--format', 'csv', '--out', '-'],
      /: format: is "printum-sitecheck\/site"; must be "printum-sitecheck\/run"$/,
    ],
    [['standin', 'SITE'], 'sitecheck: --as: the option is required; allowed: server'],
    [['standin', 'SITE', '--as', 'moon'], 'sitecheck: --as: is "moon"; allowed: server'],
    [
      ['standin', 'SITE', '--as', 'device'],
      'sitecheck: --as: this version cannot take the place of a device yet; allowed: server',
    ],
    [
      ['standin', 'SITE', '--as', 'server', '--seconds', '0'],
      'sitecheck: --seconds: is "0"; allowed: 1–3600',
    ],
    [
      ['standin', 'SITE', '--as', 'server', '--address', '192.0.2.77'],
      /^sitecheck: --address: "192\.0\.2\.77" is not an address of this computer; there are: /,
    ],
    [
      ['standin', 'SITE', '--as', 'server', '--json', '/nowhere/traps.json'],
      'sitecheck: /nowhere/traps.json: cannot be written: there is no such file or folder',
    ],
  ] as const)('answers %j with one line and exit code 2', async (argv, expected) => {
    const before = await readdir(folder.path);
    const filled = argv.map((argument) => (argument === 'SITE' ? site : argument));
    const { code, out, err } = await sitecheck([...filled, '--lang', 'en']);
    expect([code, out]).toEqual([2, '']);
    expect(err.trimEnd()).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(await readdir(folder.path)).toEqual(before);
  });

  it('refuses an unknown language in the default one', async () => {
    expect((await sitecheck(['validate', site, '--lang', 'de'])).err).toBe(
      'sitecheck: --lang: стоит «de»; можно: ru, en\n',
    );
  });

  it('refuses a profile of 50 MB by its size', async () => {
    const file = await folder.write('big.site.json', '');
    await truncate(file, 50_000_000);
    expect(await sitecheck(['validate', file])).toMatchObject({
      code: 2,
      err: `sitecheck: ${file}: 47.7 МиБ: слишком большой файл для профиля площадки, можно не больше 8 МиБ\n`,
    });
  });

  it('refuses bytes that are no text', async () => {
    const file = await folder.write('bytes.site.json', Uint8Array.of(0x7b, 0xff, 0xfe));
    expect((await sitecheck(['validate', file])).err).toBe(
      `sitecheck: ${file}: не читается: это не текст в кодировке UTF-8\n`,
    );
  });

  it('prints each problem of a profile on its own line', async () => {
    const bad = { ...makeSite(), scheme: 'both', extra: true };
    const file = await folder.write('bad.site.json', JSON.stringify(bad));
    const { code, err } = await sitecheck(['validate', file]);
    expect(code).toBe(2);
    expect(err).toBe(
      `sitecheck: ${file}: scheme: стоит «both»; нужно: одно из: «single», «distributed», «ha»\n` +
        `sitecheck: ${file}: extra: неизвестный ключ; можно: format, version, id, name, customer, address, catalogue, ` +
        'scheme, servers, external, devices, snmp, ftp, onlineInstall, portOverrides, probe\n',
    );
  });

  it('refuses an override of an unknown requirement and a catalogue nobody has', async () => {
    const override = await folder.write(
      'o.json',
      JSON.stringify({ ...makeSite(), portOverrides: { 'x-http': 1 } }),
    );
    expect((await sitecheck(['validate', override])).code).toBe(2);
    const catalogue = await folder.write('c.json', JSON.stringify({ ...makeSite(), catalogue: 'other' }));
    expect((await sitecheck(['validate', catalogue])).err).toContain('нужно одно из: printum-r12');
  });
});

describe('a catalogue file beside the profile', () => {
  const other = {
    id: 'other-r1',
    revision: '1',
    source: { title: { ru: 'Другая', en: 'Another' }, created: '2026-01-01', updated: '2026-01-02' },
    requirements: [
      {
        id: 'panel',
        row: 1,
        title: { ru: 'Панель', en: 'Panel' },
        purpose: { ru: 'Панель', en: 'Panel' },
        expects: { ru: 'HTTP отвечает', en: 'HTTP answers' },
        quotes: [{ row: 1, text: 'Панель' }],
        schemes: ['single'],
        service: 'http',
        sendsBytes: true,
        flows: [{ from: 'workstation', to: 'printManager', transport: 'tcp', port: 9000 }],
      },
    ],
  };

  it('is used when the profile names it', async () => {
    await folder.write('other-r1.json', JSON.stringify(other));
    const file = await folder.write('d.json', JSON.stringify({ ...makeSite(), catalogue: 'other-r1' }));
    expect(await sitecheck(['validate', file])).toMatchObject({
      code: 0,
      out: `${file}: профиль верен; требований: 1, направлений: 1\n`,
    });
  });

  it('is an error that names the file and the key when it is wrong', async () => {
    const catalogueFile = await folder.write('bad-r1.json', JSON.stringify({ ...other, revision: 1 }));
    const file = await folder.write('e.json', JSON.stringify({ ...makeSite(), catalogue: 'bad-r1' }));
    const { code, err } = await sitecheck(['validate', file]);
    expect(code).toBe(2);
    expect(err).toMatch(new RegExp(`^sitecheck: ${catalogueFile}: revision: .*\\n$`));
  });
});

describe('sitecheck validate', () => {
  it('says what the profile comes to', async () => {
    expect(await sitecheck(['validate', site])).toEqual({
      code: 0,
      out: `${site}: профиль верен; требований: 23, направлений: 263\n`,
      err: '',
    });
  });

  it('warns of a role that nobody carries, and accepts the profile', async () => {
    const file = await folder.write(
      'ha.site.json',
      JSON.stringify({ ...makeHaSite(), servers: makeSite().servers }),
    );
    const { code, err } = await sitecheck(['validate', file, '--lang', 'en']);
    expect(code).toBe(0);
    expect(err).toContain('no server carries the role redis');
  });
});

describe('sitecheck plan', () => {
  it('shows every flow and counts what would be probed', async () => {
    const { code, out } = await sitecheck(['plan', site, '--from', 'workstation', '--lang', 'en']);
    expect(code).toBe(0);
    expect(out).toContain('Workstation socket · After installation');
    expect(out).toMatch(/ {2}direct +PrintManager, HTTPS +8080\/tcp +Workstation +printmanager-https\n/);
    expect(out).toMatch(/ {2}not from here +Scans, active FTP +21, 20\/tcp +MFP/);
    expect(out.trimEnd().split('\n').at(-1)).toBe('Total: 263 · direct 7 · not from here 256');
  });

  it('prints exactly one JSON document for a dash', async () => {
    const { out, err } = await sitecheck(['plan', site, '--from', 'device', '--indirect', '--json', '-']);
    const document = JSON.parse(out) as { checks: { action: { kind: string } }[] };
    expect(document.checks).toHaveLength(263);
    expect(document.checks.filter(({ action }) => action.kind === 'probe')).toHaveLength(258);
    expect(err).toBe('');
  });

  it('writes a whole file and leaves nothing beside it', async () => {
    const file = join(folder.path, 'plan.json');
    const { out, err } = await sitecheck(['plan', site, '--from', 'server', '--json', file]);
    expect(err).toBe(`Записано: ${file}\n`);
    expect(out).toContain('Итого: 263');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      viewpoint: 'server',
      stage: 'after-install',
    });
    expect((await readdir(folder.path)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('sitecheck --help', () => {
  it('names the commands that work and no others', async () => {
    const { code, out } = await sitecheck(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('validate');
    expect(out).toContain('Вызов: sitecheck [параметры] [команда]');
    expect(out).not.toContain('[options]');
    expect(out).toContain('standin');
  });
});
