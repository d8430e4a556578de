/** The link behind an interface of this computer: its kind and its VLAN, as far as the system tells. */
import { existsSync, readFileSync } from 'node:fs';
import type { NetworkInterface } from '../contract/bridge.ts';
import { linkKindByName, linuxLinkKind, parseProcVlan, vlanByName } from './wire/link-kind.ts';

/** Reads a few bytes that the kernel makes up on the spot; nothing is waited for. */
export function describeLink(name: string): Pick<NetworkInterface, 'link' | 'vlan'> {
  if (process.platform !== 'linux') return { link: linkKindByName(name), vlan: vlanByName(name) };
  const folder = `/sys/class/net/${name}`;
  const type = read(`${folder}/type`);
  const link =
    type === null
      ? linkKindByName(name)
      : linuxLinkKind({
          type: Number(type),
          isWireless: existsSync(`${folder}/wireless`) || existsSync(`${folder}/phy80211`),
          isTun: existsSync(`${folder}/tun_flags`),
          deviceType: /^DEVTYPE=(.*)$/m.exec(read(`${folder}/uevent`) ?? '')?.[1] ?? '',
        });
  return { link, vlan: parseProcVlan(read(`/proc/net/vlan/${name}`) ?? '') ?? vlanByName(name) };
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
