/** The services of the fault-tolerant scheme ask for a login that nobody gave the engineer: reachable, which is what counts. */
import type { Scenario } from '../scenario.ts';
import { CONFIRMED, type Expected, except } from '../truth.ts';
import { everythingRightHa, HA_TRUTH } from './everything-right-ha.ts';

const DENIED: Expected = { ...CONFIRMED, serviceState: 'denied', reason: 'login-required' };
const PASSWORD_WANTED: Expected = { ...DENIED, reason: 'redis-login-required', seen: 'password wanted' };

export const loginsWanted: Scenario = {
  ...everythingRightHa,
  name: 'logins-wanted',
  title: 'Redis and the panel of the balancer ask for a login',
  logins: { redisPassword: 'of-the-laboratory', balancer: 'admin:of-the-laboratory' },
  truth: except(HA_TRUTH, {
    workstation: { 'haproxy-panel:workstation>balancer:7000/tcp': DENIED },
    server: {
      'redis:server>app2:6379/tcp': PASSWORD_WANTED,
    },
  }),
};
