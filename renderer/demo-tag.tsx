/** The word that stands wherever the demo site does. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

export function DemoTag(): ReactElement {
  const { t } = useTranslation();
  return (
    <span className="demo-tag" title={t('common.demoExplained')}>
      {t('common.demo')}
    </span>
  );
}
