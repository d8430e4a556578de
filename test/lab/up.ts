/** The laboratory by hand: brings a scenario up, says how to enter it, and takes it down on Ctrl+C. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VIEWPOINTS } from '../../src/contract/words.ts';
import { HOSTS } from './addresses.ts';
import { type Lab, startLab } from './lab.ts';
import { makeFolder } from './maker.ts';
import { SCENARIOS } from './scenarios/all.ts';

/** The exit code: 2 where no such scenario exists. */
export async function main(name: string | undefined): Promise<number> {
  const scenario = SCENARIOS.find((each) => each.name === (name ?? 'everything-right'));
  if (scenario === undefined) {
    process.stderr.write(`There is no scenario ${name}. There are:\n${listing()}`);
    return 2;
  }
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const startedAt = Date.now();
  const lab = await startLab(scenario);
  const folder = await makeFolder('by-hand');
  const siteFile = join(folder, `${scenario.name}.site.json`);
  await writeFile(siteFile, JSON.stringify(lab.site, null, 2));
  process.stdout.write(
    `${describe(lab, siteFile)}\nUp in ${Date.now() - startedAt} ms. Ctrl+C takes it down.\n`,
  );
  await asked;
  await lab.close();
  await rm(folder, { recursive: true });
  return 0;
}

function describe(lab: Lab, siteFile: string): string {
  const hosts = lab.network.names.map((name) => {
    return `  ${name.padEnd(12)}${HOSTS[name].address.padEnd(14)}ip netns exec ${lab.network.host(name).name} bash`;
  });
  const secrets = Object.entries(lab.environment).map(([name, value]) => `${name}=${value}`);
  const runs = VIEWPOINTS.map((viewpoint) => {
    const place = lab.placeOf(viewpoint).name;
    return `  ${secrets.join(' ')} ip netns exec ${place} node out/cli/sitecheck.mjs run ${siteFile} --from ${viewpoint}`;
  });
  return `${lab.scenario.name}: ${lab.scenario.title}\n${hosts.join('\n')}\n${runs.join('\n')}`;
}

function listing(): string {
  return SCENARIOS.map((scenario) => `  ${scenario.name.padEnd(30)}${scenario.title}\n`).join('');
}
