/** How long causes are looked for among 5,000 results: the window does it while they come, and must not stand still. */
import type { PlannedCheck } from '../../src/contract/check.ts';
import { evidenceOf } from '../../src/verdict/findings/evidence.ts';
import { findingsOf } from '../../src/verdict/findings/findings.ts';
import { failed, makeRun, type Sight, seeGood } from '../support/make-run.ts';
import { limit, median } from './ratios.ts';
import { bigSite } from './window/big-site.ts';

const DEVICES = 830;
const TURNS = 9;
const LONG_TASK_LIMIT_MS = 50;

type See = (check: PlannedCheck) => Sight;

const deviceNumber = ({ to }: PlannedCheck) => Number(to.id.replace(/\D/g, ''));
const mixes: Readonly<Record<string, See>> = {
  'all well': seeGood,
  'all silent': (check) => failed(check, 'connect', 'timeout'),
  'every third device off, one port dropped everywhere': (check) =>
    deviceNumber(check) % 3 === 0 || check.port === 9100
      ? failed(check, 'connect', 'timeout')
      : seeGood(check),
  'all refused': (check) => failed(check, 'connect', 'ECONNREFUSED'),
};

for (const [name, see] of Object.entries(mixes)) {
  const run = makeRun({
    site: bigSite(DEVICES),
    viewpoint: 'server',
    id: 'b1900000-0000-4000-8000-000000000001',
    startedAt: '2026-11-22T07:00:00.000Z',
    address: '127.0.0.1',
    see,
  });
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) {
    const startMs = performance.now();
    findingsOf(evidenceOf(run), 'ru');
    times.push(performance.now() - startMs);
  }
  limit(`causes of ${run.checks.length} results, ${name}`, median(times), LONG_TASK_LIMIT_MS, 'ms');
}
