/** What kind of link an interface is: from what Linux says of it, elsewhere from how systems and VPN programs name it. */

export type LinkKind = 'wired' | 'wireless' | 'tunnel' | null;

/** What /sys/class/net/<name> holds. */
export interface LinuxLink {
  /** ARPHRD number (linux/if_arp.h). */
  readonly type: number;
  /** A folder `wireless` or `phy80211`. */
  readonly isWireless: boolean;
  /** A file `tun_flags`: made by tun/tap, as VPN programs do. */
  readonly isTun: boolean;
  /** `DEVTYPE` of `uevent`; empty for a plain card. */
  readonly deviceType: string;
}

const ARPHRD_ETHER = 1;
/** PPP, IP in IP, IPv6 tunnel, SIT, GRE, IPv6 GRE, and «none», which tun and WireGuard have. */
const ARPHRD_TUNNELS: ReadonlySet<number> = new Set([512, 768, 769, 776, 778, 823, 65_534]);
const WIRELESS_TYPES: ReadonlySet<string> = new Set(['wlan', 'wwan']);

export function linuxLinkKind({ type, isWireless, isTun, deviceType }: LinuxLink): LinkKind {
  if (isTun || deviceType === 'wireguard' || ARPHRD_TUNNELS.has(type)) return 'tunnel';
  if (isWireless || WIRELESS_TYPES.has(deviceType)) return 'wireless';
  return type === ARPHRD_ETHER ? 'wired' : null;
}

const TUNNEL_NAME =
  /vpn|wireguard|zerotier|tailscale|hamachi|anyconnect|forti|wintun|^(?:utun|tun|tap|wg|ppp|ipsec|gif|stf)\d*\b|\btap-/i;
const WIRELESS_NAME = /wi-?fi|wlan|wireless|беспровод|^(?:awdl|llw)\d*$/i;
/** «vEthernet» is a switch of Hyper-V: what stands behind it is not told. */
const WIRED_NAME = /^(?:ethernet|local area connection|подключение по локальной сети)(?:\s+\d+)?$/i;

/** Windows names a connection as the person may have renamed it; macOS numbers `en0` whatever it is. */
export function linkKindByName(name: string): LinkKind {
  if (TUNNEL_NAME.test(name)) return 'tunnel';
  if (WIRELESS_NAME.test(name)) return 'wireless';
  return WIRED_NAME.test(name) ? 'wired' : null;
}

/** The line `eth0.20  VID: 20  …` of /proc/net/vlan/<name>; null where it is none. */
export function parseProcVlan(text: string): number | null {
  return vlanNumber(/\bVID:\s*(\d+)/.exec(text)?.[1]);
}

/** `eth0.20`, `vlan20`; null for any other name. */
export function vlanByName(name: string): number | null {
  return vlanNumber((/^[^.\s]+\.(\d{1,4})$/.exec(name) ?? /^vlan(\d{1,4})$/i.exec(name))?.[1]);
}

/** 12 bits, the first and the last number reserved (IEEE 802.1Q). */
function vlanNumber(text: string | undefined): number | null {
  const number = Number(text ?? Number.NaN);
  return number >= 1 && number <= 4094 ? number : null;
}
