/** run and demo: the commands that probe. */
import { randomUUID } from 'node:crypto';
import { version } from '../../package.json' with { type: 'json' };
import type { Catalogue } from '../contract/catalogue.ts';
import type { Site } from '../contract/site.ts';
import type { Language } from '../contract/words.ts';
import { applicableRequirements, everyFlow, planChecks } from '../plan/plan.ts';
import { findCatalogue } from '../requirements/load.ts';
import { proxyFromEnvironment } from '../run/proxy.ts';
import type { RunRequest } from '../run/run-request.ts';
import { runSite } from '../run/run-site.ts';
import { secretsIn } from '../run/secrets.ts';
import { startDemoSite } from '../standin/demo-site.ts';
import { exitCodeOf } from '../verdict/exit-code.ts';
import { type RawOptions, requireList, requireNumber, requireStage, requireViewpoint } from './arguments.ts';
import { type CliIo, EXIT, type ExitCode } from './io.ts';
import { assertDestination, type Destination, deliver } from './output.ts';
import { requireOwnAddress } from './own-address.ts';
import { createProgress } from './progress.ts';
import { runTable } from './run-table.ts';
import { loadSite } from './site-input.ts';
import { CLI_TEXTS } from './texts.ts';

export const TOOL_VERSION: string = version;

export async function runCommand(
  file: string,
  options: RawOptions,
  io: CliIo,
  language: Language,
): Promise<ExitCode> {
  const viewpoint = requireViewpoint(options, language);
  const stage = requireStage(options, language);
  const timeoutMs = requireNumber('--timeout', options.timeout, language);
  const concurrency = requireNumber('--concurrency', options.concurrency, language);
  const localAddress = requireOwnAddress('--local-address', options.localAddress, language);
  const destination = { json: options.json, quiet: options.quiet === true };
  const { site, catalogue, warnings } = await loadSite(file, language);
  const choice = requireChoice(options, site, catalogue, language);
  await assertDestination(destination, language, file);
  if (!destination.quiet) for (const warning of warnings) io.err(`${warning}\n`);
  const probe = {
    ...site.probe,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(concurrency === undefined ? {} : { concurrency }),
  };
  const request: RunRequest = {
    runId: randomUUID(),
    site: { ...site, probe },
    catalogue,
    viewpoint,
    stage,
    indirect: options.indirect === true,
    localAddress,
    ...choice,
    secrets: secretsIn(io.env),
    proxyFor: async (url) => proxyFromEnvironment(url, io.env),
    language,
    toolVersion: TOOL_VERSION,
  };
  return runAndDeliver(request, destination, io);
}

/** Runs against stand-ins on loopback, from the workstation's place; the site says of itself that it is a demo. */
export async function demoCommand(options: RawOptions, io: CliIo, language: Language): Promise<ExitCode> {
  const destination = { json: options.json, quiet: false };
  await assertDestination(destination, language);
  const demo = await startDemoSite(language);
  try {
    const catalogue = findCatalogue(demo.site.catalogue);
    if (catalogue === null) throw new Error(`the demo site names the catalogue ${demo.site.catalogue}`);
    const request: RunRequest = {
      runId: randomUUID(),
      site: demo.site,
      catalogue,
      viewpoint: 'workstation',
      stage: 'after-install',
      indirect: false,
      localAddress: null,
      language,
      toolVersion: TOOL_VERSION,
    };
    const notice = `${CLI_TEXTS[language].demoNotice}\n`;
    if (options.json === '-') io.err(notice);
    else io.out(`${notice}\n`);
    const code = await runAndDeliver(request, destination, io);
    // The planted faults are what the demo is for: seeing them is its success.
    return code === EXIT.failed || code === EXIT.tool ? EXIT.ok : code;
  } finally {
    await demo.close();
  }
}

async function runAndDeliver(request: RunRequest, destination: Destination, io: CliIo): Promise<ExitCode> {
  const { language } = request;
  const planned = planChecks({ ...request, ownHosts: new Set() });
  const total = planned.filter(({ action }) => action.kind === 'probe').length;
  const progress = createProgress(total, io, language);
  const run = await runSite(request, {
    signal: io.signal,
    onEvent: destination.quiet ? () => {} : progress.onEvent,
  });
  progress.clear();
  const colours = io.outIsTerminal && !io.env.NO_COLOR;
  await deliver(run, () => runTable(run, { language, colours }), destination, io, language);
  if (!run.interrupted && run.checks.every(({ proof }) => proof !== 'direct')) {
    io.err(`${CLI_TEXTS[language].nothingDirect}\n`);
  }
  return exitCodeOf(run);
}

function requireChoice(options: RawOptions, site: Site, catalogue: Catalogue, language: Language) {
  const ids = new Set(applicableRequirements(site, catalogue).map(({ id }) => id));
  const onlyRequirements = requireList('--only', options.only, ids, language);
  const checks = everyFlow(site, catalogue);
  const hosts = new Set(checks.map(({ to }) => to.host));
  const onlyHosts = requireList('--target', options.target, hosts, language);
  return {
    ...(onlyRequirements === undefined ? {} : { onlyRequirements }),
    ...(onlyHosts === undefined ? {} : { onlyHosts }),
  };
}
