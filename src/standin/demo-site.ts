/**
 * The demo site: stand-ins on loopback for one server and two devices, and the profile that leads to them. Two
 * faults are planted: plain HTTP on the HTTPS port of the monitoring, an expired certificate on the print manager.
 */
import { DEMO_SITE_ID, SITE_FORMAT, SITE_VERSION, type Site, siteSchema } from '../contract/site.ts';
import type { Language } from '../contract/words.ts';
import { makeCertificate } from './certificate.ts';
import { startDemoAgent } from './demo-agent.ts';
import { DEMO_TEXTS } from './demo-texts.ts';
import { startFtpStandin } from './ftp-standin.ts';
import { startCupsStandin, startIppDeviceStandin } from './ipp-standin.ts';
import { startHttpStandin, startHttpsStandin } from './page-standin.ts';
import { startRawStandin } from './raw-standin.ts';
import { startTrapReceiverStandin } from './snmp-standin.ts';
import type { ListenOptions, Standin } from './standin.ts';

export interface DemoSite {
  readonly site: Site;
  readonly close: () => Promise<void>;
}

const SERVER_HOST = '127.0.0.1';
const FIRST_DEVICE_HOST = '127.0.0.1';
/** Linux and Windows answer on all of 127.0.0.0/8, macOS on one address of each family. */
const SECOND_DEVICE_HOSTS = ['127.0.0.2', '::1'];
const LOOPBACK = ['127.0.0.1', '127.0.0.2', '::1'];
const SAME_PORT_TRIES = 20;
const DAY_MS = 24 * 60 * 60 * 1000;

type Start = (where: ListenOptions) => Promise<Standin>;

/** Ports are chosen by the system, so several demos can stand side by side. Rejects where loopback cannot be used. */
export async function startDemoSite(language: Language): Promise<DemoSite> {
  const started: Standin[] = [];
  const close = async () => {
    await Promise.all(started.map((standin) => standin.close()));
  };
  try {
    const secondDeviceHost = await findSecondHost();
    const serverPorts = await startServer(language, started);
    const devicePorts = await startDevices(language, [FIRST_DEVICE_HOST, secondDeviceHost], started);
    const ports = { ...serverPorts, ...devicePorts };
    return { site: demoProfile(language, secondDeviceHost, ports), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startServer(language: Language, started: Standin[]): Promise<Record<string, number>> {
  const texts = DEMO_TEXTS[language];
  const valid = await makeCertificate({ commonName: texts.server, ipAddresses: LOOPBACK });
  const expired = await makeCertificate({
    commonName: texts.server,
    ipAddresses: LOOPBACK,
    notBefore: new Date(Date.now() - 375 * DAY_MS),
    notAfter: new Date(Date.now() - 10 * DAY_MS),
  });
  const standins: Record<string, Start> = {
    'account-http': plainPage(texts.account),
    'account-https': tlsPage(texts.account, valid),
    'monitoring-http': plainPage(texts.monitoring),
    'monitoring-https': plainPage(texts.monitoring),
    'printmanager-http': plainPage(texts.printManager),
    'printmanager-https': tlsPage(texts.printManager, expired),
    'cups-ipp': (where) => startCupsStandin({ ...where, queues: ['demo-mfp-1', 'demo-mfp-2'] }),
    'scan-ftp-active': ftpGreeting,
    'scan-ftp-passive': ftpGreeting,
    'snmp-trap': startTrapReceiverStandin,
    'cups-files-http': plainPage(texts.cupsFiles),
    'cups-files-https': tlsPage(texts.cupsFiles, valid),
  };
  return startEach(standins, [SERVER_HOST], started);
}

async function startDevices(
  language: Language,
  hosts: readonly string[],
  started: Standin[],
): Promise<Record<string, number>> {
  const texts = DEMO_TEXTS[language];
  const certificate = await makeCertificate({ commonName: texts.devicePanel, ipAddresses: LOOPBACK });
  const standins: Record<string, Start> = {
    'device-http': plainPage(texts.devicePanel),
    'device-https': tlsPage(texts.devicePanel, certificate),
    'device-ipp': (where) => startIppDeviceStandin({ ...where, makeAndModel: 'Demo MFP' }),
    'device-raw': startRawStandin,
    'device-snmp': startDemoAgent,
  };
  const ports = await startEach(standins, hosts, started);
  // One agent answers both requirements, as on a real device.
  return { ...ports, 'snmp-versions': ports['device-snmp'] ?? 0 };
}

function ftpGreeting(where: ListenOptions): Promise<Standin> {
  return startFtpStandin({ ...where, greeting: 'Printum demo' });
}

function plainPage(title: string): Start {
  return (where) => startHttpStandin({ ...where, title });
}

function tlsPage(title: string, certificate: Awaited<ReturnType<typeof makeCertificate>>): Start {
  return (where) => startHttpsStandin({ ...where, title, certificate });
}

async function startEach(
  standins: Readonly<Record<string, Start>>,
  hosts: readonly string[],
  started: Standin[],
): Promise<Record<string, number>> {
  const ports: Record<string, number> = {};
  for (const [requirement, start] of Object.entries(standins)) {
    const listeners = await startOnSamePort(start, hosts);
    started.push(...listeners.standins);
    ports[requirement] = listeners.port;
  }
  return ports;
}

/** A port override holds for a requirement, so every host needs the same port; a taken one is given back. */
async function startOnSamePort(start: Start, hosts: readonly string[]) {
  let last: unknown;
  for (let attempt = 0; attempt < SAME_PORT_TRIES; attempt += 1) {
    const standins: Standin[] = [];
    let port = 0;
    try {
      for (const host of hosts) {
        const standin = await start({ host, port });
        standins.push(standin);
        port = standin.port;
      }
      return { port, standins };
    } catch (error) {
      last = error;
      await Promise.all(standins.map((standin) => standin.close()));
    }
  }
  throw last;
}

async function findSecondHost(): Promise<string> {
  let last: unknown;
  for (const host of SECOND_DEVICE_HOSTS) {
    try {
      const standin = await startRawStandin({ host, port: 0 });
      await standin.close();
      return host;
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

function demoProfile(
  language: Language,
  secondDeviceHost: string,
  portOverrides: Readonly<Record<string, number>>,
): Site {
  const { site, customer, address, server, devices, rooms } = DEMO_TEXTS[language];
  return siteSchema.parse({
    format: SITE_FORMAT,
    version: SITE_VERSION,
    id: DEMO_SITE_ID,
    name: site,
    customer,
    address,
    scheme: 'single',
    servers: [
      {
        id: 'demo-server',
        name: server,
        host: SERVER_HOST,
        roles: ['personalAccount', 'printManager', 'monitoring', 'cups', 'scanFtp', 'networkAgent'],
      },
    ],
    devices: [
      { id: 'demo-mfp-1', name: devices[0], host: FIRST_DEVICE_HOST, location: rooms[0] },
      { id: 'demo-mfp-2', name: devices[1], host: secondDeviceHost, location: rooms[1] },
    ],
    portOverrides,
    probe: { timeoutMs: 1000 },
  });
}
