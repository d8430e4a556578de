/** Nothing is wrong: the fault-tolerant scheme, two servers behind a balancer. */
import { type Scenario, SERVICES } from '../scenario.ts';
import { CONFIRMED, type Expected, type Truth, type TruthTable } from '../truth.ts';
import { everythingRight, SINGLE_TRUTH } from './everything-right.ts';

const REDIS: Expected = { ...CONFIRMED, reason: 'redis-plain' };

/** What holds for the one server holds for each of the two. */
function forBothServers(table: TruthTable): TruthTable {
  return Object.fromEntries(
    Object.entries(table).flatMap(([id, expected]) =>
      [id, id.replace('>app1:', '>app2:')].map((each) => [each, expected]),
    ),
  );
}

/** The runs stand on the first server, and no path between servers is proven by a server that asks itself. */
function forTheOtherServer(table: TruthTable): TruthTable {
  return Object.fromEntries(
    Object.entries(table).map(([id, expected]) => [id.replace('>app1:', '>app2:'), expected]),
  );
}

export const HA_TRUTH: Truth = {
  workstation: {
    ...forBothServers(SINGLE_TRUTH.workstation),
    'haproxy-panel:workstation>balancer:7000/tcp': CONFIRMED,
  },
  device: forBothServers(SINGLE_TRUTH.device),
  server: {
    ...forTheOtherServer(SINGLE_TRUTH.server),
    'redis:server>app2:6379/tcp': { ...REDIS, seen: 'slave connected' },
    'redis-sentinel:server>app2:26379/tcp': { ...REDIS, seen: 'watches printum' },
  },
};

export const everythingRightHa: Scenario = {
  ...everythingRight,
  name: 'everything-right-ha',
  title: 'two servers behind a balancer, nothing wrong',
  scheme: 'ha',
  runs: SERVICES,
  truth: HA_TRUTH,
};
