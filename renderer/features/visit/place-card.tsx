/** One place to plug in: what it proves, what it cannot, and what to do with the cable. */
// biome-ignore-all lint/a11y/noLabelWithoutControl: the control inside is the kit's Radio
import { Radio } from '@mantine/core';
import { IconBan, IconCheck } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '../../../src/contract/bridge.ts';
import type { Catalogue } from '../../../src/contract/catalogue.ts';
import type { PlannedCheck } from '../../../src/contract/check.ts';
import { PARTY_LABELS, VIEWPOINT_LABELS, VIEWPOINT_ORIGINS } from '../../../src/contract/labels.ts';
import type { Site } from '../../../src/contract/site.ts';
import { isExternalKind, type Viewpoint } from '../../../src/contract/words.ts';
import { formatWhen } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { VerdictMark } from '../../signs.tsx';
import { PlacePicture } from './place-picture.tsx';
import { provesOf } from './proves.ts';

interface PlaceCardProps {
  readonly viewpoint: Viewpoint;
  readonly site: Site;
  readonly catalogue: Catalogue | null;
  readonly checks: readonly PlannedCheck[];
  readonly lastRun: RunSummary | null;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

export function PlaceCard(props: PlaceCardProps): ReactElement {
  const { viewpoint, site, catalogue, checks, lastRun, chosen, onChoose } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const name = VIEWPOINT_LABELS[viewpoint][language];
  const toDevices = t('visit.toDevices');
  const proves = provesOf(checks, viewpoint, nameOf);
  const hasSecond = viewpoint === 'server' && proves.toExternal > 0;
  const external = [
    ...new Set(checks.filter(isDirectExternal).map(({ to }) => PARTY_LABELS[to.role][language])),
  ];
  const lines = proves.groups
    .filter((group) => group.name !== '')
    .map((group) => `${group.name} ${group.ports.join(', ')}`);
  if (external.length > 0) lines.push(external.join(', '));

  function nameOf({ requirement, to }: PlannedCheck): string {
    if (to.role === 'device') return toDevices;
    if (isExternalKind(to.role)) return '';
    const title = catalogue?.requirements.find(({ id }) => id === requirement)?.title[language];
    return title?.split(',')[0] ?? PARTY_LABELS[to.role][language];
  }

  return (
    <label className="place-card" data-chosen={chosen}>
      <span className="place-head">
        <Radio name="viewpoint" value={viewpoint} checked={chosen} aria-label={name} onChange={onChoose} />
        <span className="place-name">{name}</span>
        <span className="place-state">
          {lastRun === null ? (
            <>
              <VerdictMark sign="not-seen" size={14} /> {t('visit.notChecked')}
            </>
          ) : (
            <>
              <IconCheck size={14} stroke={2} aria-hidden />{' '}
              {t('visit.checkedAt', { when: formatWhen(lastRun.finishedAt, language) })}
            </>
          )}
        </span>
      </span>
      <PlacePicture
        viewpoint={viewpoint}
        captions={{
          here: t(`visit.instead.${viewpoint}`),
          main:
            viewpoint === 'server'
              ? t('visit.targets.devices', { count: site.devices.length })
              : t('visit.targets.server'),
          second: hasSecond ? t('visit.targets.external') : null,
        }}
        arrows={{
          main:
            viewpoint === 'server' ? String(proves.toDevices) : t('common.flows', { count: proves.direct }),
          second: hasSecond ? String(proves.toExternal) : null,
        }}
      />
      <ul className="place-proves">
        {lines.map((line) => (
          <li key={line}>
            <IconCheck size={16} stroke={1.75} aria-hidden />
            <span>{line}</span>
          </li>
        ))}
        <li className="place-cannot">
          <IconBan size={16} stroke={1.75} aria-hidden />
          <span>
            {proves.direct === 0
              ? t('visit.provesNothing')
              : t('visit.cannotProve', {
                  places: proves.otherPlaces
                    .map((place) => VIEWPOINT_ORIGINS[place][language])
                    .join(t('visit.and')),
                })}
          </span>
        </li>
      </ul>
      <span className="place-cable">
        {t(`visit.cable.${viewpoint}`, { host: site.servers[0]?.host ?? '' })}
      </span>
    </label>
  );
}

function isDirectExternal({ action, to }: PlannedCheck): boolean {
  return action.kind === 'probe' && action.proof === 'direct' && isExternalKind(to.role);
}
