/** A small domain: DNS with its SRV records (dnsmasq), LDAP and LDAPS (slapd), Kerberos (krb5kdc). */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeCertificate } from '../certificate-files.ts';
import { type Daemon, type Place, startProgram } from '../daemon.ts';
import { listensOnTcp, listensOnUdp } from '../listening.ts';
import { makeFolder } from '../maker.ts';
import { must } from '../namespace.ts';

/** The DNS of the domain; `names` are further host names and their addresses. */
export async function startDns(
  place: Place,
  options: { readonly domain: string; readonly names: Readonly<Record<string, string>> },
): Promise<Daemon> {
  const controller = `dc1.${options.domain}`;
  const names = { [controller]: place.address, ...options.names };
  return startProgram('dnsmasq', {
    host: place.host,
    program: 'dnsmasq',
    arguments: [
      ...['--keep-in-foreground', '--conf-file=/dev/null', '--no-resolv', '--no-hosts', '--user=root'],
      ...['--pid-file=', `--listen-address=${place.address}`, '--bind-interfaces', '--log-facility=-'],
      `--local=/${options.domain}/`,
      ...Object.entries(names).map(([name, address]) => `--host-record=${name},${address}`),
      `--srv-host=_ldap._tcp.${options.domain},${controller},389`,
      `--srv-host=_kerberos._tcp.${options.domain},${controller},88`,
    ],
    isReady: (pid) => listensOnUdp(pid, [53]),
    endSignal: 'SIGKILL',
  });
}

/** A directory that tells its root DSE to anybody. */
export async function startLdap(place: Place, { domain }: { readonly domain: string }): Promise<Daemon> {
  const folder = await makeFolder('slapd');
  await mkdir(join(folder, 'data'));
  const { key, certificate } = await writeCertificate(folder, `dc1.${domain}`, place.address);
  const suffix = domain
    .split('.')
    .map((part) => `dc=${part}`)
    .join(',');
  const file = join(folder, 'slapd.conf');
  const lines = [
    'include /etc/ldap/schema/core.schema',
    'modulepath /usr/lib/ldap',
    'moduleload back_mdb',
    `pidfile ${folder}/slapd.pid`,
    `argsfile ${folder}/slapd.args`,
    `TLSCertificateFile ${certificate}`,
    `TLSCertificateKeyFile ${key}`,
    'database mdb',
    `suffix "${suffix}"`,
    `directory ${folder}/data`,
    'maxsize 1048576',
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  return startProgram('slapd', {
    host: place.host,
    folder,
    program: 'slapd',
    arguments: ['-d', '0', '-f', file, '-h', `ldap://${place.address}:389 ldaps://${place.address}:636`],
    isReady: (pid) => listensOnTcp(pid, [389, 636]),
  });
}

/** A key distribution centre that knows no users: it answers each request with a KRB-ERROR. */
export async function startKerberos(place: Place, { domain }: { readonly domain: string }): Promise<Daemon> {
  const folder = await makeFolder('krb5kdc');
  const realm = domain.toUpperCase();
  const [client, server] = [join(folder, 'krb5.conf'), join(folder, 'kdc.conf')];
  await writeFile(client, `[libdefaults]\n default_realm = ${realm}\n dns_lookup_kdc = false\n`);
  const settings = [
    ` kdc_listen = ${place.address}:88`,
    ` kdc_tcp_listen = ${place.address}:88`,
    '[realms]',
    ` ${realm} = {`,
    `  database_name = ${folder}/principal`,
    `  key_stash_file = ${folder}/stash`,
    ' }',
    '[logging]',
    ' kdc = STDERR',
  ];
  await writeFile(server, `[kdcdefaults]\n${settings.join('\n')}\n`);
  const files = [`KRB5_CONFIG=${client}`, `KRB5_KDC_PROFILE=${server}`];
  await must(place.host, 'env', [...files, 'kdb5_util', 'create', '-s', '-r', realm, '-P', 'for-this-run']);
  return startProgram('krb5kdc', {
    host: place.host,
    folder,
    program: 'krb5kdc',
    arguments: ['-n', '-r', realm],
    env: { KRB5_CONFIG: client, KRB5_KDC_PROFILE: server },
    isReady: async (pid) => (await listensOnTcp(pid, [88])) && (await listensOnUdp(pid, [88])),
  });
}
