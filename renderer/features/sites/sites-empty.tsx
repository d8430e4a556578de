/** No sites yet: one sentence of why, and three ways on. */
import { Button } from '@mantine/core';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

interface SitesEmptyProps {
  readonly onNew: () => void;
  readonly onOpenFile: () => Promise<void>;
  readonly onDemo: () => Promise<void>;
}

export function SitesEmpty({ onNew, onOpenFile, onDemo }: SitesEmptyProps): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="sites-empty">
      <svg width="204" height="78" viewBox="0 0 204 78" fill="none" strokeWidth="1.5" aria-hidden>
        <path d="M2 74.5h200" stroke="var(--line-strong)" />
        <g stroke="var(--accent)" strokeLinejoin="round" strokeLinecap="round">
          <rect x="16" y="14" width="74" height="46" rx="3.5" />
          <path d="M16 60l-10 14.5h94l-10-14.5z" />
          <path d="M32 30h20M32 40h34M32 50h26" />
          <path d="M100 71h18c14 0 8-46 22-46h15" strokeWidth="2" />
        </g>
        <g stroke="var(--text2)" strokeLinejoin="round" strokeLinecap="round">
          <rect x="155" y="2" width="40" height="44" rx="3.5" />
          <path d="M166 16h18v12h-4v5h-10v-5h-4z" />
          <path d="M170 16v4M173.500 16v4M176.500 16v4M180 16v4" />
        </g>
      </svg>
      <h1>{t('sites.empty.title')}</h1>
      <p className="sites-empty-text">{t('sites.empty.text')}</p>
      <div className="sites-empty-actions">
        <Button
          variant="filled"
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
          onClick={onNew}
        >
          {t('sites.newSite')}
        </Button>
        <Button
          leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
          onClick={() => void onOpenFile()}
        >
          {t('sites.empty.open')}
        </Button>
      </div>
      <p className="sites-empty-demo">
        {t('sites.empty.tryFirst')}{' '}
        <button type="button" className="link" onClick={() => void onDemo()}>
          {t('sites.empty.demo')}
        </button>
        {t('sites.empty.demoWhy')}
      </p>
    </div>
  );
}
