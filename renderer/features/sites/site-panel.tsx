/** The chosen site: what was wrong last time, what it consists of, and what to do with it. */
import { Button } from '@mantine/core';
import { IconClipboardCheck, IconFileText, IconPencil } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Catalogue } from '../../../src/contract/catalogue.ts';
import {
  PARTY_LABELS,
  READINESS_LABELS,
  READINESS_SIGNS,
  SCHEME_LABELS,
} from '../../../src/contract/labels.ts';
import { DemoTag } from '../../demo-tag.tsx';
import { useLanguage } from '../../i18n/i18n.ts';
import { VERDICT_TONES, VerdictMark } from '../../signs.tsx';
import { KeyValues } from '../../ui/key-values.tsx';
import { SegmentedBar } from '../../ui/segmented-bar.tsx';
import type { SiteRow } from './site-list.ts';
import { SiteNumbers } from './site-numbers.tsx';
import { useReadinessDetail } from './use-readiness-detail.ts';

interface SitePanelProps {
  readonly row: SiteRow;
  readonly catalogue: Catalogue | null;
  readonly onBegin: () => void;
  readonly onEdit: () => void;
  readonly onReport: (blank: boolean) => void;
  readonly onDuplicate: () => void;
  readonly onExport: () => void;
  readonly onDelete: () => void;
}

const ICON = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;

export function SitePanel(props: SitePanelProps): ReactElement {
  const { site, demo, state, readiness, visitOpen } = props.row;
  const { t } = useTranslation();
  const language = useLanguage();
  const detail = useReadinessDetail(props.row);
  const sign = READINESS_SIGNS[readiness];
  const kinds = [...new Set(site.external.map(({ kind }) => PARTY_LABELS[kind][language]))];
  return (
    <aside className="site-panel" aria-label={t('sites.panel.label')}>
      <div className="site-panel-body">
        <h2 className="site-panel-name" title={site.name}>
          {site.name} {demo ? <DemoTag /> : null}
        </h2>
        <p className="site-panel-address">{site.address}</p>
        <p className="site-panel-readiness" data-tone={VERDICT_TONES[sign]}>
          <VerdictMark sign={sign} />
          <span>{READINESS_LABELS[readiness][language]}</span>
        </p>
        {state.last === null ? (
          <p className="site-second">{detail}</p>
        ) : (
          <>
            <SegmentedBar
              label={detail}
              total={state.pass + state.fail + state.warn + state.error}
              segments={(['pass', 'fail', 'warn', 'error'] as const).map((key) => ({
                key,
                tone: VERDICT_TONES[key],
                count: state[key],
              }))}
            />
            <SiteNumbers state={state} />
          </>
        )}
        <KeyValues
          rows={[
            { key: t('sites.panel.customer'), value: site.customer },
            { key: t('sites.panel.scheme'), value: SCHEME_LABELS[site.scheme][language] },
            {
              key: t('sites.panel.servers'),
              value: site.servers
                .map(({ name, host }) => (name === '' ? host : `${name} · ${host}`))
                .join(', '),
            },
            { key: t('sites.panel.devices'), value: t('common.devices', { count: site.devices.length }) },
            { key: t('sites.panel.external'), value: kinds.join(', ') || t('sites.panel.none') },
            {
              key: t('sites.panel.requirements'),
              value:
                props.catalogue === null
                  ? site.catalogue
                  : t('sites.panel.revision', { revision: props.catalogue.revision }),
            },
          ].filter((row) => row.value !== '')}
        />
      </div>
      <div className="site-panel-actions">
        <Button
          variant="filled"
          className="site-wide"
          aria-keyshortcuts="Control+Enter"
          onClick={props.onBegin}
        >
          {visitOpen ? t('sites.actions.goOn') : t('sites.actions.begin')}
        </Button>
        <Button
          className={demo ? 'site-wide' : ''}
          leftSection={<IconClipboardCheck {...ICON} />}
          onClick={() => props.onReport(true)}
        >
          {t('sites.actions.blank')}
        </Button>
        {/* The demo's addresses are set by the program: there is nothing to edit. */}
        {demo ? null : (
          <Button leftSection={<IconPencil {...ICON} />} onClick={props.onEdit}>
            {t('sites.actions.edit')}
          </Button>
        )}
        {state.last === null ? null : (
          <Button
            className="site-wide"
            leftSection={<IconFileText {...ICON} />}
            onClick={() => props.onReport(false)}
          >
            {t('sites.actions.report')}
          </Button>
        )}
        <div className="site-wide site-panel-more">
          {demo ? null : (
            <Button className="small" onClick={props.onDuplicate}>
              {t('sites.actions.duplicate')}
            </Button>
          )}
          <Button className="small" onClick={props.onExport}>
            {t('sites.actions.export')}
          </Button>
          <Button className="small" onClick={props.onDelete}>
            {t('sites.actions.delete')}
          </Button>
        </div>
      </div>
    </aside>
  );
}
