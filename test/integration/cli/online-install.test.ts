/** The built program and the vendor's site: a stand-in behind a proxy that this process alone trusts. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle } from '../../../build/bundle.mjs';
import { runSchema } from '../../../src/contract/run.ts';
import { type KeyPair, makeCertificate } from '../../../src/standin/certificate.ts';
import { startHttpsStandin } from '../../../src/standin/page-standin.ts';
import { type ConnectProxy, startConnectProxy } from '../../servers/connect-proxy.ts';
import { makeFolder } from '../../unit/cli/console.ts';
import { makeSite } from '../../unit/plan/sites.ts';

const PROGRAM = join(import.meta.dirname, '../../../out/cli/sitecheck.mjs');
const SITE = 's3.printum.io';
const LOGIN = 'me:s3cret-word';

let folder: Awaited<ReturnType<typeof makeFolder>>;
let certificate: KeyPair;
let proxy: ConnectProxy;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  await bundle(['cli']);
  folder = await makeFolder();
  certificate = await makeCertificate({ commonName: SITE, dnsNames: [SITE] });
  const site = await startHttpsStandin({ host: '127.0.0.1', port: 0, title: 'Printum', certificate });
  proxy = await startConnectProxy({ leadsTo: { host: '127.0.0.1', port: site.port }, login: LOGIN });
  closing.push(proxy.close, site.close, folder.remove);
});

afterAll(async () => {
  for (const close of closing) await close();
});

/** Goes to the stand-in, and nowhere else, because the proxy is the only one who is asked. */
async function run(environment: Readonly<Record<string, string>>) {
  const profile = makeSite({ devices: [], external: [], onlineInstall: true });
  const file = await folder.write('online.site.json', JSON.stringify(profile));
  const argv = [PROGRAM, 'run', file, '--from', 'server', '--stage', 'before-install'];
  const child = spawn(process.execPath, [...argv, '--only', 'online-install', '--json', '-', '--quiet'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, ...environment },
  });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  const [exitCode] = await once(child, 'close');
  const document = runSchema.parse(JSON.parse(out));
  const check = document.checks.find(({ requirement }) => requirement === 'online-install');
  return { out, exitCode, document, line: `${check?.portState} ${check?.verdict} ${check?.reason.code}` };
}

const proxyAt = (login: string) => `http://${login}@127.0.0.1:${proxy.port}`;

it('passes a site that answers through the proxy with a certificate that the system trusts', async () => {
  const trusted = await folder.write('trusted.pem', certificate.cert);
  const { out, exitCode, document, line } = await run({
    HTTPS_PROXY: proxyAt(LOGIN),
    NODE_EXTRA_CA_CERTS: trusted,
  });
  expect(line).toBe('open pass download-through-proxy');
  expect(exitCode).toBe(0);
  expect(proxy.asked).toEqual([`CONNECT ${SITE}:443`]);
  expect(document.controls).toEqual([]);
  expect(out).not.toContain('s3cret-word');
});

it('takes an issuer that nobody vouches for as a finding', async () => {
  expect((await run({ https_proxy: proxyAt(LOGIN) })).line).toBe('open warn download-inspected');
});

it('fails where the proxy asks for a login', async () => {
  const { exitCode, line } = await run({ HTTPS_PROXY: `127.0.0.1:${proxy.port}` });
  expect(line).toBe('unreachable fail proxy-login-required');
  expect(exitCode).toBe(1);
});
