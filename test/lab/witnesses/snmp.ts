/** SNMP polling and traps, by net-snmp's own command line. */
import { ask, type View, type Witness } from './witness.ts';

const SYS_DESCR = '1.3.6.1.2.1.1.1.0';
const PRINTER_NAME = '1.3.6.1.2.1.43.5.1.1.16.1';
const ENV = { ...process.env, MIBS: '' };

export const snmpWitness: Witness = async (view) => {
  const answers = await Promise.all(
    (['1', '2c'] as const).map(async (version) =>
      (await get(view, ['-v', version, '-c', view.lab.site.snmp.community], PRINTER_NAME)).exitCode === 0
        ? [`v${version}`]
        : [],
    ),
  );
  const versions = answers.flat();
  if (versions.length > 0) return { serviceState: 'confirmed', seen: versions.join(' ') };
  const third = await get(view, ['-v', '3', '-l', 'noAuthNoPriv', '-u', 'nobody'], SYS_DESCR);
  return third.stderr.includes('Unknown user name')
    ? { serviceState: 'denied', seen: 'only v3' }
    : { serviceState: 'silent', seen: 'nothing' };
};

/** Only an inform is acknowledged (RFC 3416, 4.2.7). */
export const trapWitness: Witness = async (view) => {
  const { exitCode } = await ask(
    view,
    'snmpinform',
    ['-v', '2c', '-c', 'public', '-t', '1', '-r', '1', target(view), '', '1.3.6.1.6.3.1.1.5.1'],
    { env: ENV },
  );
  return { serviceState: exitCode === 0 ? 'confirmed' : 'not-checked' };
};

function get(view: View, identity: readonly string[], objectId: string) {
  return ask(view, 'snmpget', [...identity, '-t', '1', '-r', '1', '-On', target(view), objectId], {
    env: ENV,
  });
}

function target({ check }: View): string {
  return `udp:${check.to.host}:${check.port}`;
}
