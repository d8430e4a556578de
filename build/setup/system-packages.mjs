/** Debian packages that the window and the tests need. On other systems they are the person's own affair. */
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { withLock } from './lock.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

const DPKG_STATUS = '/var/lib/dpkg/status';
const POLICY_FILE = '/usr/sbin/policy-rc.d';

/** What Electron links to. */
export const WINDOW_PACKAGES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
];

/** A display for the window tests, real daemons and the tools whose answers ours are compared with. */
export const TEST_PACKAGES = [
  'xvfb',
  'xauth',
  'nginx',
  'nmap',
  'iproute2',
  'nftables',
  'poppler-utils',
  'openssl',
  // test/lab: what stands at a customer's site, and the programs that look at it independently.
  'avahi-daemon',
  'bind9-dnsutils',
  'clickhouse-server',
  'cups-client',
  'cups-daemon',
  'cups-ipp-utils',
  'curl',
  'dbus',
  'dnsmasq-base',
  'haproxy',
  'krb5-kdc',
  'krb5-user',
  'ldap-utils',
  'nfs-ganesha',
  'nfs-ganesha-vfs',
  'postgresql',
  'postgresql-client',
  'redis-sentinel',
  'redis-server',
  'redis-tools',
  'rpcbind',
  'slapd',
  'snmp',
  'snmpd',
  'snmptrapd',
  'vsftpd',
];

/** Package → the service it would start with the machine; the tests start daemons of their own. */
const TEST_SERVICES = new Map([
  ['avahi-daemon', 'avahi-daemon'],
  ['clickhouse-server', 'clickhouse-server'],
  ['cups-daemon', 'cups'],
  ['haproxy', 'haproxy'],
  ['krb5-kdc', 'krb5-kdc'],
  ['nfs-ganesha', 'nfs-ganesha'],
  ['nginx', 'nginx'],
  ['postgresql', 'postgresql'],
  ['redis-sentinel', 'redis-sentinel'],
  ['redis-server', 'redis-server'],
  ['rpcbind', 'rpcbind'],
  ['slapd', 'slapd'],
  ['snmpd', 'snmpd'],
  ['snmptrapd', 'snmptrapd'],
  ['vsftpd', 'vsftpd'],
]);

/**
 * The names that are not installed; always empty where there is no dpkg.
 * @param {readonly string[]} names
 */
export function missingSystemPackages(names) {
  if (process.platform !== 'linux' || !existsSync(DPKG_STATUS)) return [];
  const installed = new Set();
  for (const entry of readFileSync(DPKG_STATUS, 'utf8').split('\n\n')) {
    if (entry.includes('\nStatus: install ok installed')) installed.add(/^Package: (.+)$/m.exec(entry)?.[1]);
  }
  // Debian 13 renamed libraries when it widened time_t.
  return names.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
}

/**
 * The command that installs these packages.
 * @param {readonly string[]} names
 */
export function installCommand(names) {
  return `sudo apt-get install -y --no-install-recommends ${names.join(' ')}`;
}

/**
 * Installs what is missing when this process may; otherwise returns what is still missing.
 * @param {readonly string[]} names
 * @returns {Promise<readonly string[]>}
 */
export async function setUpSystemPackages(names) {
  const missing = missingSystemPackages(names);
  if (missing.length === 0 || process.getuid?.() !== 0) return missing;
  await withLock('system-packages', () => install(missingSystemPackages(names)));
  return missingSystemPackages(names);
}

/** @param {readonly string[]} names */
async function install(names) {
  if (names.length === 0) return;
  process.stderr.write(`Installing Debian packages: ${names.join(' ')} ...\n`);
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300'];
  const updated = await run('apt-get', [...wait, 'update'], { env: environment });
  const known = await Promise.all(names.map(knownName));
  // One name that this release does not have would keep apt from installing the others.
  const candidates = known.every((name) => name === undefined)
    ? names
    : known.filter((name) => name !== undefined);
  const allowStart = preventServiceStart();
  try {
    const installed = await run(
      'apt-get',
      [...wait, 'install', '-y', '--no-install-recommends', ...candidates],
      { env: environment },
    );
    if (installed.code !== 0) {
      throw new Problem(
        `apt-get could not install ${names.join(' ')}: ${lastError(installed.output, updated.output)}`,
      );
    }
  } finally {
    allowStart();
  }
  // What was installed for the tests is not to come up with the next boot either.
  const services = candidates.flatMap((name) => TEST_SERVICES.get(name) ?? []);
  if (services.length > 0 && existsSync('/run/systemd/system'))
    await run('systemctl', ['disable', ...services]);
}

/**
 * What this release of Debian calls the package; undefined where it has none.
 * @param {string} name
 * @returns {Promise<string | undefined>}
 */
async function knownName(name) {
  for (const candidate of [`${name}t64`, name]) {
    if ((await run('apt-cache', ['show', candidate])).code === 0) return candidate;
  }
  return undefined;
}

/** Keeps freshly installed daemons from starting; the function it returns undoes that. */
function preventServiceStart() {
  if (existsSync(POLICY_FILE)) return () => {};
  writeFileSync(POLICY_FILE, '#!/bin/sh\nexit 101\n');
  chmodSync(POLICY_FILE, 0o755);
  const undo = () => rmSync(POLICY_FILE, { force: true });
  process.once('exit', undo);
  return () => {
    process.off('exit', undo);
    undo();
  };
}

/** @param {readonly string[]} outputs */
function lastError(...outputs) {
  const errors = outputs.flatMap((output) => output.split('\n')).filter((line) => line.startsWith('E: '));
  return errors.at(0)?.slice('E: '.length) ?? 'it gave no reason.';
}
