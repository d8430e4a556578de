/** `sitecheck report --format firewall-request-…`: each format, its options, and clear sentences for bad input. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firewallRequestSchema } from '../../../src/contract/firewall-request.ts';
import { deviceRun, romashka } from '../../fixtures/romashka.ts';
import { makeFolder, sitecheck } from './console.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
let file = '';
const run = deviceRun({ site: romashka(2) });

beforeAll(async () => {
  folder = await makeFolder();
  file = await folder.write('device.run.json', JSON.stringify(run));
});

afterAll(() => folder.remove());

function report(format: string, further: readonly string[] = []) {
  return sitecheck(['report', file, '--format', `firewall-request-${format}`, '--out', '-', ...further]);
}

describe('sitecheck report --format firewall-request', () => {
  it.each([
    ['html', '<!doctype html>'],
    ['csv', '\uFEFFЗаявка;№;'],
    ['nftables', '# Заявка ЗП-'],
    ['windows', '\uFEFF# Заявка ЗП-'],
    ['cisco', '! Request ZP-'],
    ['json', '{\n  "format": "printum-sitecheck/firewall-request"'],
  ])('writes %s', async (format, beginning) => {
    const { code, out, err } = await report(format);
    expect([code, err]).toEqual([0, '']);
    expect(out.slice(0, beginning.length)).toBe(beginning);
  });

  it('takes the devices by their addresses, or the networks that are given', async () => {
    const devices = firewallRequestSchema.parse(JSON.parse((await report('json')).out));
    expect(devices.rows[0]?.from.ends.map(({ address }) => address)).toEqual(['10.77.20.21', '10.77.20.22']);
    const given = (await report('json', ['--device-network', '10.77.20.7/24, 10.78.0.0/16'])).out;
    const ends = firewallRequestSchema.parse(JSON.parse(given)).rows[0]?.from.ends;
    expect(ends?.map(({ address }) => address)).toEqual(['10.77.20.0/24', '10.78.0.0/16']);
  });

  it('asks for the whole table where that is wanted', async () => {
    const request = firewallRequestSchema.parse(JSON.parse((await report('json', ['--basis', 'table'])).out));
    expect([request.basis, request.rows.length, request.runIds]).toEqual(['table', 10, []]);
  });

  it('writes the file that it names', async () => {
    const out = join(folder.path, 'request.nft');
    const { code, err } = await sitecheck([
      ...['report', file, '--format', 'firewall-request-nftables', '--out', out, '--lang', 'en'],
    ]);
    expect([code, err]).toEqual([0, `Saved: ${out}\n`]);
    expect(await readFile(out, 'utf8')).toContain('insert rule inet filter forward jump printum_zp_');
  });

  it.each([
    ['--device-network', 'any', '10.77.20.0/24,…'],
    ['--workstation-network', '0.0.0.0/0', '10.77.20.0/24,…'],
    ['--basis', 'all', 'failures, table'],
  ])('refuses %s %s in one line', async (option, value, allowed) => {
    const { code, out, err } = await report('json', [option, value, '--lang', 'en']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(`sitecheck: ${option}: is "${value}"; allowed: ${allowed}\n`);
  });
});

describe('sitecheck report on bad input', () => {
  const whole = JSON.stringify(run);
  it.each([
    ['of a later version', { ...run, version: 2 }, /: .*2.*1/],
    ['of an unknown version', { ...run, version: 'one' }, /version/],
    ['of another format', { ...run, format: 'printum-sitecheck/site' }, /printum-sitecheck\/run/],
    ['without its checks', { ...run, checks: undefined }, /checks/],
    ['with a key of its own', { ...run, note: 'by hand' }, /note/],
    [
      'with a verdict by hand',
      { ...run, checks: [{ ...run.checks[0], verdict: 'ok' }] },
      /checks\[0\]\.verdict.*pass/,
    ],
    ['with a port by hand', { ...run, checks: [{ ...run.checks[0], port: 99_999 }] }, /checks\[0\]\.port/],
  ])('says in one line what is wrong with a document %s', async (name, document, words) => {
    const bad = await folder.write(`bad-${name.replaceAll(' ', '-')}.json`, JSON.stringify(document));
    for (const lang of ['ru', 'en']) {
      const { code, out, err } = await sitecheck([
        ...['report', bad, '--format', 'firewall-request-html', '--out', '-', '--lang', lang],
      ]);
      expect([code, out]).toEqual([2, '']);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
      expect(err).toContain(`sitecheck: ${bad}: `);
      expect(err).toMatch(words);
    }
  });

  it.each([0, 1, 100, whole.length - 1])(
    'says in one line that a document of %i characters is cut off',
    async (length) => {
      const bad = await folder.write(`cut-${length}.json`, whole.slice(0, length));
      const { code, err } = await sitecheck([
        'report',
        bad,
        '--format',
        'firewall-request-csv',
        '--out',
        '-',
      ]);
      expect(code).toBe(2);
      expect(err).toMatch(new RegExp(`^sitecheck: ${bad}: [^\n]+\n$`));
    },
  );
});
