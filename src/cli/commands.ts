/** validate and plan: the commands that touch no network. */
import type { Language } from '../contract/words.ts';
import { applicableRequirements, everyFlow, planChecks } from '../plan/plan.ts';
import { describePlace, findOwnHosts } from '../probes/place.ts';
import { type RawOptions, requireStage, requireViewpoint } from './arguments.ts';
import { type CliIo, EXIT, type ExitCode } from './io.ts';
import { assertDestination, deliver } from './output.ts';
import { planTable } from './plan-table.ts';
import { loadSite } from './site-input.ts';
import { CLI_TEXTS } from './texts.ts';

export async function validateCommand(file: string, io: CliIo, language: Language): Promise<ExitCode> {
  const { site, catalogue, warnings } = await loadSite(file, language);
  const checks = everyFlow(site, catalogue);
  for (const warning of warnings) io.err(`${warning}\n`);
  io.out(
    `${CLI_TEXTS[language].validSite(file, applicableRequirements(site, catalogue).length, checks.length)}\n`,
  );
  return EXIT.ok;
}

export async function planCommand(
  file: string,
  options: RawOptions,
  io: CliIo,
  language: Language,
): Promise<ExitCode> {
  const viewpoint = requireViewpoint(options, language);
  const stage = requireStage(options, language);
  const destination = { json: options.json, quiet: false };
  const { site, catalogue, warnings } = await loadSite(file, language);
  await assertDestination(destination, language, file);
  for (const warning of warnings) io.err(`${warning}\n`);
  const { addresses } = await describePlace(null);
  const hosts = site.servers.map(({ host }) => host);
  const ownHosts = await findOwnHosts(hosts, addresses);
  const checks = planChecks({
    site,
    catalogue,
    viewpoint,
    stage,
    indirect: options.indirect === true,
    ownHosts,
  });
  const document = {
    format: 'printum-sitecheck/plan',
    version: 1,
    site: { id: site.id, name: site.name },
    catalogue: { id: catalogue.id, revision: catalogue.revision },
    viewpoint,
    stage,
    checks,
  };
  const table = () => planTable({ site, catalogue, viewpoint, stage, checks, language });
  await deliver(document, table, destination, io, language);
  return EXIT.ok;
}
