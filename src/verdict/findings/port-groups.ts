/** The same port of several hosts, and several ports of the same hosts, become one group: one row of a firewall. */
import type { CheckResult } from '../../contract/check.ts';
import type { LocalText } from '../../contract/words.ts';
import { hostsOf, hostsShort, hostsShortTo, inEachLanguage } from './host-words.ts';
import { groupBy, hostKey, type Scene, startOf } from './scene.ts';

export type Side = 'device' | 'server' | 'external';
export type Results = readonly [CheckResult, ...CheckResult[]];

/** Which kind of machine a check leads to. */
export function sideOf({ to }: Pick<CheckResult, 'to'>): Side {
  if (to.role === 'device') return 'device';
  return EXTERNAL.has(to.role) ? 'external' : 'server';
}

const EXTERNAL: ReadonlySet<string> = new Set([
  'clickhouse',
  'postgresql',
  'domain',
  'nfs',
  'vendorDownload',
]);

/**
 * Of one start and one side: first all hosts of a port, then all ports that concern the same hosts. The ports of an
 * external resource belong to it alone.
 */
export function portGroups(results: readonly CheckResult[]): readonly Results[] {
  const ways = groupBy(results, (result) => {
    const side = sideOf(result);
    return JSON.stringify([startOf(result), side, side === 'external' ? hostKey(result.to.host) : '']);
  });
  return [...ways.values()].flatMap((way) => {
    const ports = groupBy(way, ({ port, transport }) => `${port}/${transport}`);
    const sameHosts = groupBy([...ports.values()], (group) =>
      [...new Set(group.map(({ to }) => hostKey(to.host)))].sort().join(' '),
    );
    return [...sameHosts.values()].map(
      ([first, ...others]): Results => [first[0], ...first.slice(1), ...others.flat()],
    );
  });
}

/** After a port in a title: empty where the site has one server and it is meant, else « к 4 МФУ». */
export function towardsText(results: readonly CheckResult[], { site }: Scene): LocalText {
  if (isTheServer(results, site.servers.length)) return { ru: '', en: '' };
  const hosts = hostsShortTo(results);
  return { ru: ` к ${hosts.ru}`, en: ` to ${hosts.en}` };
}

/** The same in brackets, where no way is spoken of: « (4 МФУ)». */
export function bracketText(results: readonly CheckResult[], { site }: Scene): LocalText {
  if (isTheServer(results, site.servers.length)) return { ru: '', en: '' };
  const hosts = hostsShort(results);
  return inEachLanguage((language) => ` (${hosts[language]})`);
}

function isTheServer(results: readonly CheckResult[], servers: number): boolean {
  return (
    servers === 1 && hostsOf(results).length === 1 && results.every((result) => sideOf(result) === 'server')
  );
}

/** A word that agrees with the number of ports. */
export function byPorts(results: readonly CheckResult[], one: LocalText, several: LocalText): LocalText {
  return new Set(results.map(({ port }) => port)).size === 1 ? one : several;
}
