/** Where packets started, in words and addresses: for «разрешить … → …» and «из сети МФУ». */
import { PARTY_LABELS } from '../../contract/labels.ts';
import type { LocalText, Viewpoint } from '../../contract/words.ts';
import { andMore, HOSTS_NAMED_MAX, inEachLanguage } from './host-words.ts';
import { isAddress } from './reached-address.ts';
import type { Scene } from './scene.ts';

/** The network of a place, inside a sentence. */
export const NETWORK_ORIGINS: Readonly<Record<Viewpoint, LocalText>> = {
  workstation: { ru: 'из сети АРМ', en: 'from the workstation network' },
  device: { ru: 'из сети МФУ', en: 'from the MFP network' },
  server: { ru: 'из сети серверов', en: 'from the server network' },
};

/** Networks that the laptop itself stood in at this place; empty where its address is not known. */
export function ownNetworks(scene: Scene, viewpoint: Viewpoint): ReadonlySet<string> {
  const place = scene.originOf(viewpoint)?.place;
  if (place === null || place === undefined) return new Set();
  const addresses = place.localAddress === null ? place.addresses : [place.localAddress];
  return new Set(addresses.filter(isAddress).flatMap((address) => scene.networkOf(address) ?? []));
}

/**
 * The source to allow: the servers themselves, the network of the laptop in the place of a workstation or a device,
 * and where that is not known the role.
 */
export function sourceText(scene: Scene, viewpoint: Viewpoint): LocalText {
  if (viewpoint === 'server') {
    const hosts = [...new Set(scene.site.servers.map(({ host }) => host))];
    return inEachLanguage((language) =>
      hosts.length > HOSTS_NAMED_MAX ? andMore(hosts, language) : hosts.join(', '),
    );
  }
  const networks = [...ownNetworks(scene, viewpoint)].join(', ');
  return networks === '' ? PARTY_LABELS[viewpoint] : { ru: networks, en: networks };
}
