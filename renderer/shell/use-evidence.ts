/** What a visit stands on: its runs fetched and joined into coverage, and the causes found in them. */
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { BridgeError } from '../../src/contract/bridge.ts';
import { calendarDay } from '../../src/contract/calendar-day.ts';
import type { Catalogue, Requirement } from '../../src/contract/catalogue.ts';
import type { Coverage } from '../../src/contract/coverage.ts';
import { earlierRuns, evidenceRuns } from '../../src/contract/evidence-choice.ts';
import type { Finding, Run } from '../../src/contract/run.ts';
import type { Site } from '../../src/contract/site.ts';
import type { Visit } from '../../src/contract/visit.ts';
import type { Viewpoint } from '../../src/contract/words.ts';
import { applicableRequirements, everyFlow } from '../../src/plan/plan.ts';
import { coverageOf } from '../../src/verdict/coverage.ts';
import { evidenceOfCoverage } from '../../src/verdict/findings/evidence.ts';
import { findingsOf } from '../../src/verdict/findings/findings.ts';
import { manualItemsOf } from '../features/visit/manual-items.ts';
import { useLanguage } from '../i18n/i18n.ts';
import type { Stores } from '../stores.ts';

export interface VisitEvidence {
  readonly site: Site;
  readonly visit: Visit;
  readonly coverage: Coverage;
  readonly requirements: readonly Requirement[];
  readonly runs: readonly Run[];
  readonly earlierRuns: readonly Run[];
  readonly older: readonly { readonly viewpoint: Viewpoint; readonly at: string }[];
  readonly manual: { readonly done: number; readonly total: number } | null;
  readonly failure: BridgeError | null;
  readonly retry: () => void;
}

/** `none` where no run of the visit's stage has measured anything. */
export function useEvidence(
  stores: Stores,
  siteId: string,
  catalogue: Catalogue | null,
): VisitEvidence | 'loading' | 'none' {
  const { site, visit, runs: summaries } = useStore(stores.visit);
  const evidence = useStore(stores.evidence);
  const earlier = useStore(stores.earlier);
  const choice = useMemo(() => (visit === null ? null : evidenceRuns(visit, summaries)), [visit, summaries]);
  const before = useMemo(() => (visit === null ? [] : earlierRuns(visit, summaries)), [visit, summaries]);
  const wanted = choice?.runIds.join() ?? '';
  const wantedBefore = before.join();
  useEffect(() => {
    void stores.evidence.getState().load(siteId, wanted === '' ? [] : wanted.split(','));
  }, [stores, siteId, wanted]);
  useEffect(() => {
    void stores.earlier.getState().load(siteId, wantedBefore === '' ? [] : wantedBefore.split(','));
  }, [stores, siteId, wantedBefore]);

  const { runs } = evidence;
  const waivers = visit?.waivers;
  const coverage = useMemo(
    () =>
      site === null || catalogue === null || waivers === undefined || runs.length === 0
        ? null
        : coverageAsKnown({ site, catalogue, runs, waivers, day: calendarDay(new Date()) }),
    [site, catalogue, waivers, runs],
  );
  if (choice !== null && choice.runIds.length === 0) return 'none';
  // With a run still on its way a proven flow would look like one that nobody has looked at.
  const complete = choice?.runIds.every((id) => runs.some((run) => run.id === id)) ?? false;
  const settled = evidence.siteId === siteId && (complete || evidence.failure !== null);
  if (!settled) return 'loading';
  if (site === null || visit === null || choice === null || coverage === null) {
    return evidence.status === 'ready' ? 'none' : 'loading';
  }
  const items = manualItemsOf(catalogue, site);
  return {
    site,
    visit,
    coverage,
    requirements: catalogue?.requirements ?? [],
    runs,
    earlierRuns: earlier.siteId === siteId ? earlier.runs : [],
    older: choice.older,
    manual:
      items.length === 0
        ? null
        : {
            done: items.filter(({ id }) => visit.manual.some(({ itemId }) => itemId === id)).length,
            total: items.length,
          },
    failure: evidence.failure,
    retry: () => void stores.evidence.getState().retry(),
  };
}

/** The causes in what stands: what was waived needs no remedy. */
export function useVisitFindings(evidence: VisitEvidence): readonly Finding[] {
  const language = useLanguage();
  const { coverage, runs } = evidence;
  return useMemo(() => {
    const found = evidenceOfCoverage(coverage, runs);
    return found === null ? [] : findingsOf(found, language);
  }, [coverage, runs, language]);
}

interface CoverageBasis {
  readonly site: Site;
  readonly catalogue: Catalogue;
  readonly runs: readonly Run[];
  readonly waivers: Visit['waivers'];
  readonly day: string;
}

/** Two steps show the same coverage, and that of thousands of devices takes a while. */
let known: { readonly basis: CoverageBasis; readonly coverage: Coverage } | null = null;

function coverageAsKnown(basis: CoverageBasis): Coverage {
  const same = (key: keyof CoverageBasis) => known?.basis[key] === basis[key];
  if (known !== null && same('site') && same('catalogue') && same('runs') && same('waivers') && same('day')) {
    return known.coverage;
  }
  const { site, catalogue, runs, waivers, day } = basis;
  const coverage = coverageOf({
    checks: everyFlow(site, catalogue),
    requirements: applicableRequirements(site, catalogue),
    runs,
    waivers,
    day,
  });
  known = { basis, coverage };
  return coverage;
}
