/** The head of the results: where from, how far, and the way to stop. */
import { Button } from '@mantine/core';
import { useInterval } from '@mantine/hooks';
import { IconPlug, IconSquare } from '@tabler/icons-react';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VIEWPOINT_LABELS } from '../../../src/contract/labels.ts';
import { formatClock, formatMoment } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { PlaceIcon, VERDICT_TONES } from '../../signs.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SegmentedBar } from '../../ui/segmented-bar.tsx';
import type { ResultsState } from './results-store.ts';
import type { Counts } from './row-sign.ts';

interface ChecksHeadProps {
  readonly state: ResultsState;
  readonly counts: Counts;
  readonly done: number;
  /** How many of the done ones were decided without a probe; they say nothing about the pace. */
  readonly free: number;
}

const TICK_MS = 500;
const PACE_KNOWN_AFTER_S = 2;

export function ChecksHead({ state, counts, done, free }: ChecksHeadProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const total = state.checks.length;
  const { choice, run, status } = state;
  const stopped = status === 'done' && run?.interrupted === true;
  return (
    <div className="checks-head">
      <div className="checks-head-line">
        <h1>{stopped ? t('results.stoppedTitle', { done, total }) : t('results.title')}</h1>
        <span className="checks-head-space" />
        <SearchField
          label={t('results.search')}
          value={state.narrowing.query}
          width={190}
          onChange={(query) => state.narrow({ query })}
        />
        {choice === null ? null : (
          <>
            <span className="fact-tag">
              <PlaceIcon viewpoint={choice.viewpoint} />
              {VIEWPOINT_LABELS[choice.viewpoint][language]}
            </span>
            <span className="fact-tag numbers">
              <IconPlug size={16} stroke={1.75} aria-hidden />
              {choice.localAddress ?? t('results.systemAddress')}
            </span>
          </>
        )}
        <span className="checks-progress numbers">
          <ProgressText state={state} done={done} total={total} free={free} />
        </span>
        {status === 'running' || status === 'stopping' || status === 'starting' ? (
          <Button
            leftSection={<IconSquare size={16} stroke={1.75} aria-hidden />}
            disabled={status !== 'running'}
            aria-keyshortcuts="Escape"
            onClick={() => void state.cancel()}
          >
            {status === 'stopping' ? t('results.stopping') : t('results.stop')}
          </Button>
        ) : null}
      </div>
      <SegmentedBar
        total={total}
        label={t('results.bar', { ...counts })}
        segments={[
          { key: 'fail', tone: 'fail', count: counts.fail },
          { key: 'warn', tone: 'warn', count: counts.warn },
          { key: 'error', tone: 'err', count: counts.error },
          { key: 'pass', tone: 'pass', count: counts.pass },
          { key: 'answers', tone: VERDICT_TONES.answers, count: counts.answers, hatched: true },
          { key: 'other-place', tone: 'none', count: counts['other-place'] + counts.skip },
        ]}
      />
    </div>
  );
}

interface ProgressTextProps {
  readonly state: ResultsState;
  readonly done: number;
  readonly total: number;
  readonly free: number;
}

function ProgressText({ state, done, total, free }: ProgressTextProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [nowMs, setNowMs] = useState(() => Date.now());
  const clock = useInterval(() => setNowMs(Date.now()), TICK_MS);
  const going = state.status === 'running' || state.status === 'stopping';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock's functions change on every render
  useEffect(() => {
    if (going) clock.start();
    else clock.stop();
    return clock.stop;
  }, [going]);

  if (state.status === 'starting') return <>{t('results.starting')}</>;
  const counted = t('results.counted', { done, total });
  if (state.status === 'done' && state.run !== null) {
    const when = formatMoment(state.run.finishedAt, language);
    if (state.run.interrupted) return <>{t('results.stoppedAt', { when })}</>;
    return <>{`${counted} · ${t('results.finishedAt', { when })}`}</>;
  }
  if (!going || state.startedAtMs === null) return <>{counted}</>;
  const elapsed = Math.max(0, (nowMs - state.startedAtMs) / 1000);
  const probed = done - free;
  const left = probed > 0 ? (elapsed / probed) * (total - done) : null;
  const known = left !== null && elapsed > PACE_KNOWN_AFTER_S && done < total;
  return (
    <>
      {counted} · {formatClock(elapsed)}
      {known ? `, ${t('results.left', { left: formatClock(left) })}` : ''}
    </>
  );
}
