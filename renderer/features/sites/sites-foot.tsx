/** Under the list of sites: how many are shown, the demo, and the keys. */
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../../ui/kbd.tsx';

interface SitesFootProps {
  readonly shown: number;
  readonly total: number;
  /** Null where the demo site is already open. */
  readonly onDemo: (() => void) | null;
}

export function SitesFoot({ shown, total, onDemo }: SitesFootProps): ReactElement {
  const { t } = useTranslation();
  return (
    <footer className="sites-foot">
      <span role="status">{t('sites.shown', { shown, total })}</span>
      {onDemo === null ? null : (
        <button type="button" className="link" onClick={onDemo}>
          {t('sites.openDemo')}
        </button>
      )}
      <span className="sites-keys" aria-hidden>
        <Kbd>
          <IconArrowUp size={11} stroke={2} />
        </Kbd>
        <Kbd>
          <IconArrowDown size={11} stroke={2} />
        </Kbd>{' '}
        {t('sites.keys.choose')}
        <Kbd>Enter</Kbd> {t('sites.keys.open')}
        <Kbd>Ctrl</Kbd>
        <Kbd>N</Kbd> {t('sites.keys.new')}
      </span>
    </footer>
  );
}
