/** The live region: new failures and the end of the run, not each row. */
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlannedCheck } from '../../../src/contract/check.ts';
import type { ResultsState } from './results-store.ts';
import type { Counts, ProbeCount } from './row-sign.ts';

interface AnnouncerProps {
  readonly state: ResultsState;
  readonly counts: Counts;
  readonly probes: ProbeCount;
  readonly titleOf: (check: PlannedCheck) => string;
}

export function Announcer({ state, counts, probes, titleOf }: AnnouncerProps): ReactElement {
  const { t } = useTranslation();
  const told = useRef<{ runId: string | null; fails: Set<string>; status: string }>({
    runId: null,
    fails: new Set(),
    status: '',
  });
  const [text, setText] = useState('');
  const { runId, results, checks, status, run } = state;

  useEffect(() => {
    const memory = told.current;
    const failed = checks.filter(({ id }) => {
      const result = results.get(id);
      return result?.verdict === 'fail' && result.proof === 'direct';
    });
    const fresh = failed.filter(({ id }) => !memory.fails.has(id));
    const sameRun = memory.runId === runId;
    const ended = sameRun && memory.status !== 'done' && status === 'done';
    told.current = { runId, fails: new Set(failed.map(({ id }) => id)), status };
    if (ended && run !== null) {
      setText(
        run.interrupted
          ? t('results.announce.stopped', { ...probes })
          : t('results.announce.done', { ...counts }),
      );
    } else if (sameRun && status === 'running' && fresh.length > 0) {
      const [first] = fresh;
      setText(
        fresh.length === 1 && first !== undefined
          ? t('results.announce.failed', { what: `${titleOf(first)}, ${first.port}/${first.transport}` })
          : t('results.announce.failedMany', { count: fresh.length }),
      );
    }
  }, [runId, results, checks, status, run, counts, probes, titleOf, t]);

  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  );
}
