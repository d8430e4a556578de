/** Which proxy the system names for an address: from the environment, or from the answer of a PAC resolver. */
import type { WebProxy } from '../contract/facts-online-install.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443 };
/** The registered port of SOCKS, for every other kind of proxy. */
const OTHER_PORT = 1080;

/**
 * The proxy of an `https:` URL by HTTPS_PROXY, else ALL_PROXY, and none where NO_PROXY names the host; small
 * letters go before capitals, as curl reads them. HTTP_PROXY concerns `http:` only, for this and other programs.
 */
export function proxyFromEnvironment(url: string, environment: Environment): WebProxy | null {
  const { protocol, hostname, port } = new URL(url);
  const scheme = protocol.slice(0, -1);
  const setting = read(environment, `${scheme}_proxy`) ?? read(environment, 'all_proxy');
  if (setting === null) return null;
  const usual = String(DEFAULT_PORTS[scheme] ?? OTHER_PORT);
  const without = (read(environment, 'no_proxy') ?? '').split(/[\s,]+/).filter(Boolean);
  if (without.some((entry) => covers(entry, hostname, port === '' ? usual : port))) return null;
  return parseProxy(setting);
}

/** The first way of a PAC answer: `PROXY 10.0.0.1:3128; DIRECT` (as `session.resolveProxy` gives it). */
export function proxyFromPac(answer: string): WebProxy | null {
  const [kind = '', address = ''] = (answer.split(';')[0] ?? '').trim().split(/\s+/);
  const scheme = kind.toLowerCase();
  if (scheme === '' || scheme === 'direct') return null;
  return parseProxy(`${scheme === 'proxy' ? 'http' : scheme}://${address}`);
}

/** An address that cannot be read is told as a proxy of an unknown kind, rather than passed over. */
function parseProxy(setting: string): WebProxy {
  const text = setting.includes('://') ? setting : `http://${setting}`;
  if (!URL.canParse(text)) return { scheme: '?', host: '?', port: OTHER_PORT, login: '' };
  const { protocol, hostname, port, username, password } = new URL(text);
  const scheme = protocol.slice(0, -1);
  const login = username === '' ? '' : `${decode(username)}:${decode(password)}`;
  return {
    scheme,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' || port === '0' ? (DEFAULT_PORTS[scheme] ?? OTHER_PORT) : Number(port),
    login,
  };
}

/** `corp.example` covers itself and everything below it, with or without a leading dot; `*` covers all. */
function covers(entry: string, host: string, port: string): boolean {
  if (entry === '*') return true;
  const [, name = entry, onlyPort] = /^(.*?)(?::(\d+))?$/.exec(entry) ?? [];
  if (onlyPort !== undefined && onlyPort !== port) return false;
  const domain = name.toLowerCase().replace(/^\*?\./, '');
  const asked = host.toLowerCase();
  return domain !== '' && (asked === domain || asked.endsWith(`.${domain}`));
}

function read(environment: Environment, name: string): string | null {
  return environment[name] || environment[name.toUpperCase()] || null;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
