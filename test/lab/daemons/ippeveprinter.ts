/** The IPP face of a printing device, by CUPS's ippeveprinter with the private message bus and Avahi it demands. */
import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Daemon, type Place, startProgram, together } from '../daemon.ts';
import { listensOnTcp, listensOnUdp } from '../listening.ts';
import { makeFolder } from '../maker.ts';
import { must, overlayFile } from '../namespace.ts';

const PORT = 631;
const HOST_NAME = 'mfu.lab';
/** Its name must resolve to both families, and to addresses that the host has; only this host sees this one. */
const IPV6_ADDRESS = 'fd77:20::1';

export async function startIppeveprinter(
  place: Place,
  { name, model }: { readonly name: string; readonly model: string },
): Promise<Daemon> {
  const { host, address } = place;
  const folder = await makeFolder('ippeveprinter');
  const [bus, spool] = [join(folder, 'bus'), join(folder, 'spool')];
  await mkdir(spool);
  await writeFile(join(folder, 'dbus.conf'), busFile(bus));
  await writeFile(join(folder, 'avahi.conf'), AVAHI_FILE);
  await must(host, 'ip', ['address', 'replace', `${IPV6_ADDRESS}/128`, 'dev', 'lo', 'nodad']);
  await overlayFile(
    host,
    'hosts',
    `127.0.0.1 localhost\n::1 localhost\n${address} ${HOST_NAME}\n${IPV6_ADDRESS} ${HOST_NAME}\n`,
  );
  const env = { DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${bus}` };
  const messageBus = await startProgram('dbus-daemon', {
    host,
    folder,
    program: 'dbus-daemon',
    arguments: [`--config-file=${join(folder, 'dbus.conf')}`, '--nofork', '--nopidfile'],
    isReady: () => exists(bus),
  });
  const avahi = await startProgram('avahi-daemon', {
    host,
    program: 'sh',
    // Its pid file and socket have fixed places under /run, which namespaces share: it gets a /run of its own.
    arguments: [
      '-c',
      'mount -t tmpfs none /run && mkdir /run/avahi-daemon && exec "$@"',
      'sh',
      ...['avahi-daemon', '-f', join(folder, 'avahi.conf'), '--no-drop-root', '--no-rlimits', '--no-chroot'],
    ],
    env,
    isReady: (pid) => listensOnUdp(pid, [5353]),
  }).catch(endedWith(messageBus));
  const printer = await startProgram('ippeveprinter', {
    host,
    program: 'ippeveprinter',
    arguments: [
      ...['-p', String(PORT), '-n', HOST_NAME, '-d', spool, '-M', 'Printum', '-m', model, '-r', 'off'],
      name,
    ],
    env,
    isReady: (pid) => listensOnTcp(pid, [PORT]),
  }).catch(endedWith(together('avahi', [messageBus, avahi])));
  return together('ippeveprinter', [messageBus, avahi, printer]);
}

function endedWith(started: Daemon): (error: unknown) => Promise<never> {
  return async (error) => {
    await started.close();
    throw error;
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function busFile(socket: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>unix:path=${socket}</listen>
  <policy context="default">
    <allow user="*"/><allow own="*"/><allow send_destination="*" eavesdrop="true"/><allow receive_sender="*"/>
  </policy>
</busconfig>
`;
}

const AVAHI_FILE = `[server]
host-name=mfu
domain-name=lab
use-ipv4=yes
use-ipv6=no
enable-dbus=yes
[publish]
publish-workstation=no
`;
