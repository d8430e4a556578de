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
import { type Pace, secondsLeft, withSample } from './pace.ts';
import type { ResultsState } from './results-store.ts';
import type { Counts, ProbeCount } from './row-sign.ts';

interface ChecksHeadProps {
  readonly state: ResultsState;
  readonly counts: Counts;
  readonly probes: ProbeCount;
}

const TICK_MS = 500;

export function ChecksHead({ state, counts, probes }: ChecksHeadProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { choice, run, status } = state;
  const stopped = status === 'done' && run?.interrupted === true;
  return (
    <div className="checks-head">
      <div className="checks-head-line">
        <h1>{stopped ? t('results.stoppedTitle', { ...probes }) : t('results.title')}</h1>
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
          <ProgressText key={state.startedAtMs} state={state} probes={probes} />
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
        total={state.checks.length}
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
  readonly probes: ProbeCount;
}

function ProgressText({ state, probes }: ProgressTextProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [nowMs, setNowMs] = useState(() => Date.now());
  const [pace, setPace] = useState<Pace>(() => [{ atMs: Date.now(), done: probes.done }]);
  const clock = useInterval(() => {
    const atMs = Date.now();
    setNowMs(atMs);
    setPace((before) => withSample(before, { atMs, done: probes.done }));
  }, TICK_MS);
  const going = state.status === 'running' || state.status === 'stopping';
  // biome-ignore lint/correctness/useExhaustiveDependencies: the clock's functions change on every render
  useEffect(() => {
    if (going) clock.start();
    else clock.stop();
    return clock.stop;
  }, [going]);

  if (state.status === 'starting') return <>{t('results.starting')}</>;
  const counted = t('results.counted', { ...probes });
  if (state.status === 'done' && state.run !== null) {
    const when = formatMoment(state.run.finishedAt, language);
    if (state.run.interrupted) return <>{t('results.stoppedAt', { when })}</>;
    return <>{`${counted} · ${t('results.finishedAt', { when })}`}</>;
  }
  if (!going || state.startedAtMs === null) return <>{counted}</>;
  const elapsed = Math.max(0, (nowMs - state.startedAtMs) / 1000);
  const left = secondsLeft(pace, probes.total);
  return (
    <>
      {counted} · {formatClock(elapsed)}
      {left !== null ? `, ${t('results.left', { left: formatClock(left) })}` : ''}
    </>
  );
}
