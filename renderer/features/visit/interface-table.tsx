/** The laptop's addresses: through which of them the checks leave, and which network each looks like. */
// biome-ignore-all lint/a11y/noLabelWithoutControl: the control inside is the kit's Radio
import { Button, Radio } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { inPrefix } from '../../../src/contract/ipv4.ts';
import type { Site } from '../../../src/contract/site.ts';
import type { Viewpoint } from '../../../src/contract/words.ts';
import { VerdictMark } from '../../signs.tsx';
import { isMisfit, looksLike } from './looks-like.ts';
import type { Place } from './place-store.ts';

interface InterfaceTableProps {
  readonly place: Place | null;
  readonly site: Site;
  readonly viewpoint: Viewpoint;
  readonly localAddress: string | null;
  readonly onChoose: (address: string | null) => void;
  readonly onRefresh: () => void;
}

export function InterfaceTable(props: InterfaceTableProps): ReactElement {
  const { place, site, viewpoint, localAddress, onChoose } = props;
  const { t } = useTranslation();
  const addresses = place?.interfaces ?? [];
  return (
    <section className="interfaces" aria-label={t('visit.interfaces.title')}>
      <div className="interfaces-head" aria-hidden>
        <span />
        <span>{t('visit.interfaces.title')}</span>
        <span>{t('visit.interfaces.address')}</span>
        <span>{t('visit.interfaces.gateway')}</span>
        <span>{t('visit.interfaces.looks')}</span>
      </div>
      <div className="interfaces-rows" role="radiogroup" aria-label={t('visit.interfaces.title')}>
        <label className="interface-row" data-chosen={localAddress === null}>
          <Radio
            name="local-address"
            aria-label={t('visit.interfaces.system')}
            checked={localAddress === null}
            onChange={() => onChoose(null)}
          />
          <span>
            <span className="interface-name">{t('visit.interfaces.system')}</span>
            <span className="interface-second">{t('visit.interfaces.systemHint')}</span>
          </span>
        </label>
        {addresses.map((entry) => {
          const looks = looksLike(entry, site);
          const gateway =
            place?.gateway != null && inPrefix(place.gateway, entry.address, entry.prefixLength)
              ? place.gateway
              : t('visit.interfaces.none');
          return (
            <label
              key={`${entry.name} ${entry.address}`}
              className="interface-row"
              data-chosen={localAddress === entry.address}
            >
              <Radio
                name="local-address"
                aria-label={`${entry.name} ${entry.address}`}
                checked={localAddress === entry.address}
                onChange={() => onChoose(entry.address)}
              />
              <span>
                <span className="interface-name one-line">{entry.name}</span>
                <span className="interface-second">{entry.mac}</span>
              </span>
              <span className="interface-address numbers" title={`${entry.address}/${entry.prefixLength}`}>
                {entry.address}/{entry.prefixLength}
              </span>
              <span className="numbers">{gateway}</span>
              <span className="interface-looks">
                {isMisfit(viewpoint, looks, site) && localAddress === entry.address ? (
                  <span data-tone="warn" className="interface-looks">
                    <VerdictMark sign="warn" size={14} />
                    {t(`visit.looks.${looks}`)}
                  </span>
                ) : (
                  t(`visit.looks.${looks}`)
                )}
              </span>
            </label>
          );
        })}
      </div>
      <div className="interfaces-foot">
        <span>
          {localAddress === null
            ? t('visit.interfaces.footSystem')
            : t('visit.interfaces.foot', { address: localAddress })}
        </span>
        <Button
          className="small"
          variant="subtle"
          leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
          onClick={props.onRefresh}
        >
          {t('visit.interfaces.refresh')}
        </Button>
      </div>
    </section>
  );
}
