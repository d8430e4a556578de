/** Nothing is wrong: one server. Every other scenario departs from this one or from the fault-tolerant one. */
import { type Scenario, SINGLE_SERVICES, USUAL_DEVICE } from '../scenario.ts';
import { CONFIRMED, CONNECTED, type Expected, type Truth } from '../truth.ts';

const FTP_PASSIVE: Expected = {
  ...CONFIRMED,
  reason: 'ftp-passive-works',
  seen: 'announces its own address; 30000-30199 reachable',
};
const FTP_ACTIVE: Expected = { ...CONFIRMED, reason: 'ftp-active-works', seen: 'connects back from 20' };
const SNMP = { ...CONFIRMED, seen: 'v1 v2c' };

export const SINGLE_TRUTH: Truth = {
  workstation: {
    'account-http:workstation>app1:80/tcp': CONFIRMED,
    'account-https:workstation>app1:443/tcp': CONFIRMED,
    'monitoring-http:workstation>app1:8000/tcp': CONFIRMED,
    'monitoring-https:workstation>app1:8001/tcp': CONFIRMED,
    'printmanager-http:workstation>app1:8010/tcp': CONFIRMED,
    'printmanager-https:workstation>app1:8080/tcp': CONFIRMED,
    'cups-ipp:workstation>app1:1631/tcp': CONFIRMED,
  },
  device: {
    'printmanager-http:device>app1:8010/tcp': CONFIRMED,
    'printmanager-https:device>app1:8080/tcp': CONFIRMED,
    'scan-ftp-active:device>app1:21/tcp': FTP_ACTIVE,
    'scan-ftp-passive:device>app1:21/tcp': FTP_PASSIVE,
    'snmp-trap:device>app1:162/udp': CONFIRMED,
  },
  server: {
    'device-http:server>mfu-*:80/tcp': CONFIRMED,
    'device-https:server>mfu-*:443/tcp': CONFIRMED,
    'device-snmp:server>mfu-*:161/udp': SNMP,
    'snmp-versions:server>mfu-*:161/udp': SNMP,
    'device-ipp:server>mfu-*:631/tcp': CONFIRMED,
    'device-raw:server>mfu-*:9100/tcp': CONNECTED,
    'monitoring-http:printManager>app1:8000/tcp': CONFIRMED,
    'monitoring-https:printManager>app1:8001/tcp': CONFIRMED,
    'printmanager-http:monitoring>app1:8010/tcp': CONFIRMED,
    'printmanager-https:monitoring>app1:8080/tcp': CONFIRMED,
    'cups-files-http:server>app1:8090/tcp': CONFIRMED,
    'cups-files-https:server>app1:8091/tcp': CONFIRMED,
    'external-postgresql:server>pg:5432/tcp': CONFIRMED,
    'external-clickhouse:server>ch:8123/tcp': CONFIRMED,
    'external-domain:server>ad:389/tcp': CONFIRMED,
    'external-nfs:server>nfs:2049/tcp': CONFIRMED,
    'online-install:server>s3.printum.io:443/tcp': { ...CONFIRMED, reason: 'download-direct' },
  },
};

export const everythingRight: Scenario = {
  name: 'everything-right',
  title: 'one server, nothing wrong',
  scheme: 'single',
  runs: SINGLE_SERVICES,
  devices: { 'mfu-201': USUAL_DEVICE, 'mfu-202': USUAL_DEVICE },
  web: { plainPorts: [80, 8000, 8010, 8090], tlsPorts: [443, 8001, 8080, 8091] },
  ftp: { activePort: 20, behindTranslation: false },
  logins: {},
  rules: [],
  translations: [],
  truth: SINGLE_TRUTH,
  findings: {},
};
