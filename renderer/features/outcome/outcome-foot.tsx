/** What the result leads to: repeat, request, paper. */
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconFileText, IconPrinter, IconRefresh, IconSignature } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoment } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';

interface OutcomeFootProps {
  readonly closedAt: string | null;
  /** Null where nothing failed, or the visit is closed. */
  readonly onRepeat: (() => void) | null;
  readonly onRequest: () => void;
  readonly onAct: () => void;
  readonly onPrint: () => void;
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

export function OutcomeFoot(props: OutcomeFootProps): ReactElement {
  const { closedAt, onRepeat, onRequest, onAct, onPrint } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  useHotkeys([['mod+Enter', onPrint]], []);
  return (
    <footer className="visit-foot">
      <span className="outcome-foot-note">
        {closedAt === null
          ? t('outcome.foot.open')
          : t('outcome.foot.closed', { when: formatMoment(closedAt, language) })}
      </span>
      {onRepeat === null ? null : (
        <Button leftSection={<IconRefresh {...ICON} />} onClick={onRepeat}>
          {t('outcome.foot.repeat')}
        </Button>
      )}
      <Button leftSection={<IconFileText {...ICON} />} onClick={onRequest}>
        {t('outcome.foot.request')}
      </Button>
      <Button leftSection={<IconSignature {...ICON} />} onClick={onAct}>
        {t('outcome.foot.act')}
      </Button>
      <Button
        variant="filled"
        leftSection={<IconPrinter {...ICON} />}
        aria-keyshortcuts="Control+Enter"
        onClick={onPrint}
      >
        {t('outcome.foot.print')}
      </Button>
    </footer>
  );
}
