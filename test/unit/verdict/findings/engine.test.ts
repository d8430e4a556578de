/** The engine of the rules: who explains a check, in which order, and that no document makes it fall. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../../src/contract/check.ts';
import type { Run } from '../../../../src/contract/run.ts';
import { LANGUAGES, PORT_STATES } from '../../../../src/contract/words.ts';
import { type Evidence, evidenceOf } from '../../../../src/verdict/findings/evidence.ts';
import { causesOf, findingsOf } from '../../../../src/verdict/findings/findings.ts';
import type { Rule } from '../../../../src/verdict/findings/rule.ts';
import { isSick } from '../../../../src/verdict/findings/scene.ts';
import { romashka } from '../../../fixtures/romashka.ts';
import { failed, plainHttpOnTlsPort } from '../../../support/make-run.ts';
import { makeScene, plainPage, refusal, securePage, silence, unreachable } from './scenes.ts';

/** A bit of everything goes wrong, by the port and the number of the device. */
const TROUBLED: readonly Run[] = (['workstation', 'device', 'server'] as const).map((viewpoint) =>
  makeScene({
    viewpoint,
    indirect: true,
    decoys: viewpoint === 'device' ? 'fail' : 'pass',
    site: romashka(9),
    see: (check) => {
      switch ((check.port + check.id.length) % 9) {
        case 0:
          return silence(check);
        case 1:
          return refusal(check);
        case 2:
          return unreachable(check);
        case 3:
          return failed(check, 'connect', 'ENETUNREACH');
        case 4:
          return failed(check, 'reply', 'timeout');
        case 5:
          return check.service === 'https' ? plainHttpOnTlsPort() : null;
        case 6:
          return check.service === 'http' ? plainPage('tls') : null;
        case 7:
          return check.service === 'https' ? securePage({ validTo: '2020-01-01T00:00:00.000Z' }) : null;
        default:
          return null;
      }
    },
  }),
);

describe('findings', () => {
  it.each(TROUBLED.map((run) => [run.viewpoint, run] as const))(
    'explain every sick check from the %s exactly once',
    (_viewpoint, run) => {
      const { causes, open } = causesOf(evidenceOf(run));
      const explained = [...causes.flatMap(({ takes }) => takes), ...open].map(({ id }) => id);
      const sick = run.checks.filter(isSick).map(({ id }) => id);
      expect(sick.length).toBeGreaterThan(2);
      expect([...explained].sort()).toEqual([...sick].sort());
      const shown = new Set(findingsOf(evidenceOf(run), 'ru').flatMap(({ checks }) => checks));
      expect(sick.filter((id) => !shown.has(id))).toEqual([]);
    },
  );

  it.each(TROUBLED.map((run) => [run.viewpoint, run] as const))(
    'say the same about the same run in both languages from the %s',
    (_viewpoint, run) => {
      const [ru, en] = LANGUAGES.map((language) =>
        findingsOf(evidenceOf(run), language).map(({ code, severity, addressee, checks }) => [
          code,
          severity,
          addressee,
          checks,
        ]),
      );
      expect(ru).toEqual(en);
    },
  );

  it('only remark on what was seen indirectly', () => {
    const run = TROUBLED[0];
    const indirect = (run?.checks ?? []).filter(({ proof }) => proof === 'indirect');
    expect(indirect.some(({ verdict }) => verdict === 'fail')).toBe(true);
    const findings = findingsOf({ ...evidenceOf(run as Run), results: indirect }, 'ru');
    expect(new Set(findings.map(({ code, severity }) => `${code} ${severity}`))).toEqual(
      new Set(['seen-from-elsewhere warn']),
    );
  });

  it('put failures before what the tool could not do, and that before remarks', () => {
    for (const run of TROUBLED) {
      const ranks = findingsOf(evidenceOf(run), 'en').map(({ severity }) =>
        ['fail', 'error', 'warn'].indexOf(severity),
      );
      expect(ranks).toEqual([...ranks].sort());
    }
  });
});

describe('the engine', () => {
  const run = makeScene({ viewpoint: 'workstation', see: silence });
  const rule = (take: (open: readonly CheckResult[]) => readonly CheckResult[]): Rule => ({
    codes: ['port-filtered'],
    find: (_scene, open) => [
      { code: 'port-filtered', severity: 'fail', params: {}, checks: [...open], takes: [...take(open)] },
    ],
  });

  it('offers a check to no later rule once it was taken over', () => {
    const seen: number[] = [];
    const watching: Rule = {
      codes: [],
      find: (_scene, open) => {
        seen.push(open.length);
        return [];
      },
    };
    causesOf(evidenceOf(run), [watching, rule((open) => open.slice(0, 3)), watching]);
    expect(seen).toEqual([7, 4]);
  });

  it('drops a cause whose checks were all taken over, and keeps one that takes nothing', () => {
    const everything = rule((open) => open);
    const again: Rule = { codes: [], find: (scene) => everything.find(scene, scene.direct) };
    const remark: Rule = { codes: [], find: (scene) => rule(() => []).find(scene, scene.direct) };
    expect(causesOf(evidenceOf(run), [everything, again, remark]).causes).toHaveLength(2);
  });

  it('has no finding without checks', () => {
    const empty: Rule = {
      codes: [],
      find: () => [{ code: 'port-filtered', severity: 'warn', params: {}, checks: [], takes: [] }],
    };
    expect(causesOf(evidenceOf(run), [empty]).causes).toEqual([]);
  });
});

const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constant(undefined));
const host = fc.oneof(
  fc.constantFrom('10.77.30.10', '10.77.20.22', 'app1', 'fe80::1%eth0', '::ffff:10.0.0.1', '1.2.3.4.5', ''),
  fc.string({ maxLength: 12 }),
);

/** One result as an old, cut down or hand-made document might hold it. */
const damage = fc.record(
  {
    facts: fc.dictionary(
      fc.constantFrom('reply', 'tls', 'spoke', 'ports', 'address', 'v1', 'pasv'),
      anything,
    ),
    failure: fc.constant(undefined),
    startedAt: fc.constantFrom(null, '', 'yesterday', '2026-11-22T08:20:00.000Z'),
    portState: fc.constantFrom(null, ...PORT_STATES),
    host,
    params: fc.constantFrom(undefined, {}, { date: 'x', seen: 1 }),
  },
  { requiredKeys: [] },
);

function damaged(result: CheckResult, change: Partial<Record<string, unknown>>): CheckResult {
  const { host: newHost, params, ...fields } = change;
  return {
    ...result,
    ...fields,
    ...(newHost === undefined ? {} : { to: { ...result.to, host: newHost } }),
    ...('params' in change ? { reason: { ...result.reason, params } } : {}),
  } as CheckResult;
}

describe('findings of a damaged document', () => {
  it('never throw, and still explain every sick check', () => {
    const all = TROUBLED.flatMap(({ checks }) => checks.filter(({ proof }) => proof !== 'none'));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(all.length - 1), damage), { minLength: 5, maxLength: 40 }),
        fc.array(fc.oneof(fc.constantFrom('10.77.20.2/24', '10.0.0.0/8', 'fe80::/64'), fc.string()), {
          maxLength: 3,
        }),
        fc.constantFrom(...LANGUAGES),
        (changes, networks, language) => {
          const run = TROUBLED[0] as Run;
          const results = new Map(all.map((result) => [result.id, result]));
          for (const [index, change] of changes) {
            const result = all[index];
            if (result !== undefined) results.set(result.id, damaged(result, change));
          }
          const place = { localAddress: networks[0] ?? null, addresses: [...networks], networks };
          const evidence: Evidence = {
            ...evidenceOf(run),
            results: [...results.values()],
            origins: [{ ...run, place }],
          };
          const findings = findingsOf(evidence, language);
          const shown = new Set(findings.flatMap(({ checks }) => checks));
          const sick = evidence.results.filter(isSick);
          return findings.every(({ checks }) => checks.length > 0) && sick.every(({ id }) => shown.has(id));
        },
      ),
      { numRuns: 150 },
    );
  });
});
