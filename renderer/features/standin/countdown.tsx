/** The time that is left, as `1:57`. */
import { useInterval } from '@mantine/hooks';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../format.ts';

const TICK_MS = 250;

export function Countdown({ endsAtMs }: { readonly endsAtMs: number }): ReactElement {
  const { t } = useTranslation();
  const [nowMs, setNowMs] = useState(() => Date.now());
  useInterval(() => setNowMs(Date.now()), TICK_MS, { autoInvoke: true });
  return (
    <span className="traps-left numbers" role="timer">
      {t('traps.left', { left: formatClock(Math.ceil((endsAtMs - nowMs) / 1000)) })}
    </span>
  );
}
