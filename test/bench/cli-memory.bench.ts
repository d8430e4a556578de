/** The command line's greatest memory in a run of 1,000 checks, as the operating system counts it. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runSchema } from '../../src/contract/run.ts';
import { SITE_FORMAT, SITE_VERSION } from '../../src/contract/site.ts';
import { makeCertificate } from '../../src/standin/certificate.ts';
import { startHttpStandin, startHttpsStandin } from '../../src/standin/page-standin.ts';
import { CURRENT_HOST, runOn } from '../lab/namespace.ts';
import { limit } from './ratios.ts';

const LIMIT_MIB = 150;
const DEVICES = 334;
/** Each device is asked by HTTP, by HTTPS and by a bare connection: 1,002 checks. */
const REQUIREMENTS = ['device-http', 'device-https', 'device-raw'];

const folder = mkdtempSync(join(tmpdir(), 'sitecheck-memory-'));
// All of 127.0.0.0/8 is this computer: one listener takes the place of every device.
const everywhere = { host: '0.0.0.0', port: 0, title: 'МФУ' };
const http = await startHttpStandin(everywhere);
const certificate = await makeCertificate({ commonName: 'mfp.example' });
const https = await startHttpsStandin({ ...everywhere, certificate });
try {
  const siteFile = join(folder, 'memory.site.json');
  const runFile = join(folder, 'memory.run.json');
  const peakFile = join(folder, 'peak');
  const reporter = join(folder, 'report-peak.mjs');
  writeFileSync(siteFile, JSON.stringify(site()));
  writeFileSync(
    reporter,
    `import { writeFileSync } from 'node:fs';
process.on('exit', () => writeFileSync(${JSON.stringify(peakFile)}, String(process.resourceUsage().maxRSS)));`,
  );
  const { stderr } = await runOn(CURRENT_HOST, process.execPath, [
    ...['--import', reporter, 'out/cli/sitecheck.mjs', 'run', siteFile, '--from', 'server'],
    ...['--only', REQUIREMENTS.join(','), '--quiet', '--json', runFile],
  ]);
  const run = runSchema.parse(JSON.parse(readFileSync(runFile, 'utf8')));
  const passed = run.checks.filter((check) => check.verdict === 'pass').length;
  if (passed !== DEVICES * REQUIREMENTS.length) throw new Error(`only ${passed} checks passed: ${stderr}`);
  const peakMib = Number(readFileSync(peakFile, 'utf8')) / 1024;
  limit(`peak memory of the command line, ${passed} checks`, peakMib, LIMIT_MIB, 'MiB');
} finally {
  await Promise.all([http.close(), https.close()]);
  rmSync(folder, { recursive: true });
}

function site() {
  return {
    format: SITE_FORMAT,
    version: SITE_VERSION,
    id: randomUUID(),
    name: 'A site of many devices',
    scheme: 'single',
    servers: [{ id: 'app', host: '127.0.0.1', roles: ['printManager'] }],
    devices: Array.from({ length: DEVICES }, (_, index) => ({
      id: `mfp-${index}`,
      host: `127.0.${1 + Math.floor(index / 200)}.${1 + (index % 200)}`,
    })),
    portOverrides: { 'device-http': http.port, 'device-https': https.port, 'device-raw': http.port },
  };
}
