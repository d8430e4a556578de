/** The laptop's addresses: through which of them the checks leave, and which network each looks like. */
// biome-ignore-all lint/a11y/noLabelWithoutControl: the control inside is the kit's Radio
import { Button, Radio } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NetworkInterface } from '../../../src/contract/bridge.ts';
import { formatIpv4, inPrefix } from '../../../src/contract/ipv4.ts';
import type { Site } from '../../../src/contract/site.ts';
import type { Viewpoint } from '../../../src/contract/words.ts';
import { VerdictMark } from '../../signs.tsx';
import { isMisfit, looksLike } from './looks-like.ts';
import type { Place } from './place-store.ts';
import './interface-table.css';

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
  const addresses = (place?.interfaces ?? []).filter(({ address }) => !isLinkLocal(address));
  const network = [
    place === null || place.dns.length === 0
      ? t('visit.interfaces.noDns')
      : t('visit.interfaces.dns', { servers: place.dns.join(', ') }),
    place?.proxy == null
      ? t('visit.interfaces.noProxy')
      : t('visit.interfaces.proxy', { proxy: place.proxy }),
  ];

  function linkOf({ link, vlan, mac }: NetworkInterface): string {
    const parts = [
      link === null ? '' : t(`visit.links.${link}`),
      vlan === null ? '' : t('visit.interfaces.vlan', { vlan }),
      mac,
    ];
    return parts.filter((part) => part !== '').join(' · ');
  }

  return (
    <section className="interfaces" aria-label={t('visit.interfaces.title')}>
      <div className="interfaces-rows" role="radiogroup" aria-label={t('visit.interfaces.title')}>
        <div className="interfaces-head" aria-hidden>
          <span />
          <span>{t('visit.interfaces.title')}</span>
          <span>{t('visit.interfaces.address')}</span>
          <span>{t('visit.interfaces.gateway')}</span>
          <span>{t('visit.interfaces.looks')}</span>
        </div>
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
                <span className="interface-second one-line" title={linkOf(entry)}>
                  {linkOf(entry)}
                </span>
              </span>
              <span className="interface-place numbers">
                <span className="interface-address" title={`${entry.address}/${entry.prefixLength}`}>
                  {entry.address}/{entry.prefixLength}
                </span>
                {entry.family === 'IPv4' ? (
                  <span className="interface-second">
                    {t('visit.interfaces.mask', { mask: maskOf(entry.prefixLength) })}
                  </span>
                ) : null}
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
            : t('visit.interfaces.foot', { address: localAddress })}{' '}
          <span className="numbers">{place === null ? '' : network.join(' · ')}</span>
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

/** «255.255.255.0»: administrators of device networks speak of masks. */
function maskOf(prefixLength: number): string {
  return formatIpv4(2 ** 32 - 2 ** (32 - prefixLength));
}

/** An IPv6 address that leads no further than its own link (RFC 4291, 2.5.6): no check can leave through it. */
function isLinkLocal(address: string): boolean {
  return /^fe[89ab]/i.test(address) && address.includes(':');
}
