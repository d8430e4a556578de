/** Where a request goes: paper, a table, or rules for a firewall. */
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useLanguage } from '../../i18n/i18n.ts';
import type { RequestFile, RequestsStore } from './requests-store.ts';

interface RequestFilesProps {
  readonly store: RequestsStore;
  readonly requestId: string;
}

const RULES = ['csv', 'nftables', 'windows', 'cisco'] as const;
const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

export function RequestFiles({ store, requestId }: RequestFilesProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { working, saved } = useStore(store);
  const busy = working !== null;
  const save = (format: RequestFile) => void store.getState().save(requestId, language, format);
  const print = () => void store.getState().print(requestId, language);
  useHotkeys([['mod+Enter', () => save('pdf')]], []);
  const status =
    working !== null && working !== 'create'
      ? t('requests.working')
      : saved === null
        ? ''
        : t('requests.saved', { path: saved });
  return (
    <>
      <span role="status" className="requests-status" title={status}>
        {status}
      </span>
      <span className="visit-foot-space" />
      {RULES.map((format) => (
        <Button key={format} disabled={busy} onClick={() => save(format)}>
          {t(`requests.files.${format}`)}
        </Button>
      ))}
      <Button leftSection={<IconPrinter {...ICON} />} disabled={busy} onClick={print}>
        {t('requests.files.print')}
      </Button>
      <Button
        leftSection={<IconFileTypePdf {...ICON} />}
        disabled={busy}
        aria-keyshortcuts="Control+Enter"
        onClick={() => save('pdf')}
      >
        {t('requests.files.pdf')}
      </Button>
    </>
  );
}
