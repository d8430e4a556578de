/** What to do when the run has ended. */
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowRight, IconFileText, IconPlayerPlay, IconRefresh } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isBusy, type ResultsState } from './results-store.ts';
import { notReached, toRepeat } from './row-sign.ts';

interface ChecksFootProps {
  readonly state: ResultsState;
  /** False where there is no visit that a run would belong to. */
  readonly repeatable: boolean;
  readonly onPaper: () => void;
  /** To what is still unproven. */
  readonly onNext: () => void;
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

export function ChecksFoot({ state, repeatable, onPaper, onNext }: ChecksFootProps): ReactElement | null {
  const { t } = useTranslation();
  const ended = !isBusy(state) && state.run !== null;
  const left = ended && repeatable && state.run?.interrupted === true ? notReached(state) : [];
  const failed = ended && repeatable ? toRepeat(state) : [];
  const primary = left.length > 0 ? () => void state.again(left) : onNext;
  useHotkeys([['mod+Enter', () => ended && primary()]], []);
  if (!ended) return null;

  function repeatAll(): void {
    if (state.site !== null && state.choice !== null) void state.start(state.site, state.choice);
  }

  return (
    <footer className="visit-foot">
      <span className="visit-foot-space" />
      {repeatable ? (
        <Button leftSection={<IconRefresh {...ICON} />} onClick={repeatAll}>
          {t('results.repeatAll')}
        </Button>
      ) : null}
      {failed.length === 0 ? null : (
        <Button leftSection={<IconRefresh {...ICON} />} onClick={() => void state.again(failed)}>
          {t('results.repeatFailed')}
        </Button>
      )}
      <Button leftSection={<IconFileText {...ICON} />} onClick={onPaper}>
        {t('results.toPaper')}
      </Button>
      {left.length === 0 ? (
        <Button variant="filled" rightSection={<IconArrowRight {...ICON} />} onClick={onNext}>
          {t('results.next')}
        </Button>
      ) : (
        <Button variant="filled" leftSection={<IconPlayerPlay {...ICON} />} onClick={primary}>
          {t('results.resume')}
        </Button>
      )}
    </footer>
  );
}
