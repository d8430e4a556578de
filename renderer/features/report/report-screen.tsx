/** The checklist before it is printed: what it will say, and where it goes. */
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconBraces, IconFileSpreadsheet, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { FailureNotice } from '../../failure-notice.tsx';
import { LoadingBars } from '../../ui/loading-bars.tsx';
import { ReportOptions } from './report-options.tsx';
import { paperOf, type ReportStore, type SavedFormat } from './report-store.ts';
import './report.css';

interface ReportScreenProps {
  readonly store: ReportStore;
  /** The engineer of the settings. */
  readonly engineer: string;
  /** The engineer of the visit, whose name stands on its paper before that of the settings; empty where nobody is named. */
  readonly signedBy: string;
  readonly onOpenSettings: () => void;
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
const FILES = [
  { format: 'csv', label: 'saveCsv', icon: <IconFileSpreadsheet {...ICON} /> },
  { format: 'json', label: 'saveJson', icon: <IconBraces {...ICON} /> },
] as const;

export function ReportScreen({ store, engineer, signedBy, onOpenSettings }: ReportScreenProps): ReactElement {
  const { t } = useTranslation();
  const state = useStore(store);
  const { html, working, outcome, failure, kind } = state;
  const nothing = state.status === 'ready' && paperOf(state) === null;
  const disabled = working !== null || html === null;
  useHotkeys([['mod+Enter', () => void save('pdf')]], []);

  function save(format: SavedFormat): Promise<void> {
    return state.save(format);
  }

  function status(): string {
    if (working !== null) return t(`report.working.${working}`);
    if (nothing) return t('report.chooseRun');
    if (outcome?.kind === 'saved') return t('report.saved', { path: outcome.path });
    return outcome?.kind === 'printed' ? t('report.printed') : '';
  }

  return (
    <div className="report">
      <div className="report-body">
        <div className="report-preview">
          {failure === null ? null : (
            <FailureNotice title={t(`report.failedTo.${failure.action}`)} error={failure.error} />
          )}
          {html === null ? (
            failure === null && !nothing ? (
              <LoadingBars label={t('common.loading')} />
            ) : null
          ) : (
            <iframe className="report-frame" title={t('report.preview')} sandbox="" srcDoc={html} />
          )}
        </div>
        <ReportOptions
          state={state}
          engineer={(kind === 'blank' ? '' : signedBy) || engineer}
          onOpenSettings={onOpenSettings}
        />
      </div>
      <footer className="visit-foot">
        <span role="status" className="report-status" title={status()}>
          {status()}
        </span>
        <span className="visit-foot-space" />
        {FILES.map(({ format, label, icon }) => (
          <Button
            key={format}
            leftSection={icon}
            disabled={disabled || kind !== 'runs'}
            onClick={() => void save(format)}
          >
            {t(`report.${label}`)}
          </Button>
        ))}
        <Button
          leftSection={<IconPrinter {...ICON} />}
          disabled={disabled}
          onClick={() => void state.print()}
        >
          {t('report.print')}
        </Button>
        <Button
          variant="filled"
          leftSection={<IconFileTypePdf {...ICON} />}
          disabled={disabled}
          aria-keyshortcuts="Control+Enter"
          onClick={() => void save('pdf')}
        >
          {t('report.savePdf')}
        </Button>
      </footer>
    </div>
  );
}
