/** The `online-install` probe: is the vendor's download site reached over HTTPS, directly or through the system's proxy? */
import type { OnlineInstallFacts, ProxyFacts, WebProxy } from '../contract/facts-online-install.ts';
import { endpoint } from './dial.ts';
import { toProbeError } from './errors.ts';
import { lookAtHttps, secureFacts } from './https.ts';
import { askPage } from './page.ts';
import type { Probe, ProbeContext, ProbeTarget } from './probe.ts';
import { openTunnel } from './proxy-tunnel.ts';
import { shakeHands } from './tls.ts';

const PATH = '/';

export const onlineInstallProbe: Probe<'online-install'> = {
  /** Behind a proxy the site is two connections away. */
  talkMs: ({ timeoutMs }) => 2 * timeoutMs,
  run: async (target, { proxy }, context) => {
    if (proxy !== null) return lookThrough(proxy, target, context);
    const { facts } = await lookAtHttps(target, PATH, context);
    return { ...facts, proxy: null, error: null };
  },
};

async function lookThrough(
  proxy: WebProxy,
  target: ProbeTarget,
  context: ProbeContext,
): Promise<OnlineInstallFacts> {
  const about = { endpoint: endpoint(proxy.host, proxy.port), scheme: proxy.scheme };
  if (proxy.scheme !== 'http') return nothing({ ...about, outcome: 'unsupported', status: null });
  context.trace(`the system's proxy for this site: ${about.endpoint}`);
  const { dialled, outcome, status, error, firstBytes } = await openTunnel(proxy, target, context);
  const seen: ProxyFacts = { ...about, outcome, status };
  if (dialled === null) return { ...nothing(seen), error, firstBytes };
  const { address, localAddress } = dialled;
  try {
    context.enter('tls');
    const { socket, facts: tls } = await shakeHands(dialled, target.host, context);
    const request = { host: target.host, port: target.port, path: PATH, usualPort: 443 } as const;
    const answer = await askPage(socket, request, context);
    return { address, localAddress, proxy: seen, ...secureFacts(tls, answer), error: null };
  } catch (thrown) {
    // The connection to the proxy stood, so this failure is no failure of the site's own port.
    return { ...nothing(seen), address, localAddress, error: toProbeError(thrown).code };
  }
}

function nothing(proxy: ProxyFacts): OnlineInstallFacts {
  return {
    address: null,
    localAddress: null,
    proxy,
    spoke: 'nothing',
    tls: null,
    reply: null,
    firstBytes: null,
    error: null,
  };
}
