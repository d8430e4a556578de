/** The network folder, by nfs-ganesha: NFS version 4 on 2049, which needs neither kernel support nor rpcbind. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Daemon, type Place, startProgram } from '../daemon.ts';
import { listensOnTcp } from '../listening.ts';
import { makeFolder } from '../maker.ts';

export async function startNfs(
  place: Place,
  { exportPath }: { readonly exportPath: string },
): Promise<Daemon> {
  const folder = await makeFolder('ganesha');
  await mkdir(join(folder, 'scans'));
  await mkdir(join(folder, 'recovery'));
  const file = join(folder, 'ganesha.conf');
  await writeFile(
    file,
    `NFS_CORE_PARAM { Protocols = 4; NFS_Port = 2049; Enable_NLM = false; Enable_RQUOTA = false; }
NFSv4 { RecoveryRoot = "${folder}/recovery"; Grace_Period = 5; Lease_Lifetime = 5; }
EXPORT {
  Export_Id = 1; Path = "${folder}/scans"; Pseudo = "${exportPath}"; Access_Type = RW; Squash = No_Root_Squash;
  Protocols = 4; Transports = TCP; SecType = sys;
  FSAL { Name = VFS; }
}
`,
  );
  return startProgram('ganesha.nfsd', {
    host: place.host,
    folder,
    program: 'ganesha.nfsd',
    arguments: ['-F', '-f', file, '-L', 'STDERR', '-p', join(folder, 'ganesha.pid'), '-N', 'NIV_WARN'],
    isReady: (pid) => listensOnTcp(pid, [2049]),
    endSignal: 'SIGKILL',
  });
}
