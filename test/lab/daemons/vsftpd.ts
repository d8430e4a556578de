/** The scan server's FTP, by a real vsftpd. */
import { chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Daemon, type Place, startProgram } from '../daemon.ts';
import { listensOnTcp } from '../listening.ts';
import { makeFolder } from '../maker.ts';
import { CURRENT_HOST, must, overlayFile } from '../namespace.ts';

export interface VsftpdOptions {
  /** Of the user `scan`. */
  readonly password: string;
  readonly passivePorts: { readonly from: number; readonly to: number };
  /** The port that the server's data connections come from in active mode; the vendor's is 20. */
  readonly activePort: number;
  /** Lines of configuration that go before all others. */
  readonly settings?: readonly string[];
}

export interface Vsftpd extends Daemon {
  /** Names of the files in the folder of the scan user. */
  readonly files: () => Promise<readonly string[]>;
}

export const FTP_USER = 'scan';
const USER_ID = 61_621;

/** The user and the password exist on this host only, and only as long as it does. */
export async function startVsftpd(place: Place, options: VsftpdOptions): Promise<Vsftpd> {
  const folder = await makeFolder('vsftpd');
  const home = join(folder, 'home');
  await mkdir(home);
  await mkdir(join(folder, 'empty'), { mode: 0o555 });
  await chown(home, USER_ID, USER_ID);
  await addUser(place, home, options.password);
  const configurationFile = join(folder, 'vsftpd.conf');
  await writeFile(configurationFile, configuration(folder, place.address, options));
  const daemon = await startProgram('vsftpd', {
    host: place.host,
    folder,
    program: 'vsftpd',
    arguments: [configurationFile],
    isReady: (pid) => listensOnTcp(pid, [21]),
    // It ignores SIGTERM while it waits for a client.
    endSignal: 'SIGKILL',
  });
  return { ...daemon, files: () => readdir(home) };
}

async function addUser(place: Place, home: string, password: string): Promise<void> {
  const hash = (await must(CURRENT_HOST, 'openssl', ['passwd', '-6', '-stdin'], password)).trim();
  const [users, groups, secrets] = await Promise.all(
    ['passwd', 'group', 'shadow'].map((name) => readFile(join('/etc', name), 'utf8')),
  );
  await overlayFile(place.host, 'passwd', `${users}${FTP_USER}:x:${USER_ID}:${USER_ID}::${home}:/bin/sh\n`);
  await overlayFile(place.host, 'group', `${groups}${FTP_USER}:x:${USER_ID}:\n`);
  await overlayFile(place.host, 'shadow', `${secrets}${FTP_USER}:${hash}:19000:0:99999:7:::\n`);
}

function configuration(folder: string, address: string, options: VsftpdOptions): string {
  const lines = [
    'listen=YES',
    'background=NO',
    `listen_address=${address}`,
    'anonymous_enable=NO',
    'local_enable=YES',
    'write_enable=YES',
    'chroot_local_user=YES',
    'allow_writeable_chroot=YES',
    'seccomp_sandbox=NO',
    'pam_service_name=vsftpd',
    `secure_chroot_dir=${folder}/empty`,
    'xferlog_enable=NO',
    'connect_from_port_20=YES',
    `ftp_data_port=${options.activePort}`,
    `pasv_min_port=${options.passivePorts.from}`,
    `pasv_max_port=${options.passivePorts.to}`,
    // The last line about a setting is the one that counts.
    ...(options.settings ?? []),
  ];
  return `${lines.join('\n')}\n`;
}
