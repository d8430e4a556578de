/** HTTP, HTTPS and IPP, by openssl, curl and CUPS's ipptool. */
import { ask, confirmedIf, PATIENCE_SECONDS, type View, type Witness } from './witness.ts';

export const httpWitness: Witness = async (view) =>
  confirmedIf(!(await speaksTls(view)) && (await httpStatus(view, 'http')) > 0);

export const httpsWitness: Witness = async (view) => {
  if (!(await speaksTls(view))) return { serviceState: 'mismatch' };
  const status = await httpStatus(view, 'https');
  return status === 401 ? { serviceState: 'denied' } : confirmedIf(status > 0);
};

/** The panel says its name in the page; without a login it shows nothing of itself. */
export const haproxyWitness: Witness = async (view) => {
  const sighting = await httpsWitness(view);
  if (sighting.serviceState !== 'confirmed') return sighting;
  const { to, port } = view.check;
  const page = `https://${to.host}:${port}/`;
  const { stdout } = await ask(view, 'curl', [
    '-k',
    '-s',
    '-m',
    String(PATIENCE_SECONDS),
    '--noproxy',
    '*',
    page,
  ]);
  return stdout.includes('<title>Statistics Report for HAProxy') ? sighting : { serviceState: 'mismatch' };
};

/** A printer is asked for its attributes, the print server for its queues. */
export const ippWitness: Witness = async (view) => {
  const { to, port } = view.check;
  const [path, test] =
    to.role === 'device' ? ['ipp/print', 'get-printer-attributes.test'] : ['', 'get-printers.test'];
  const { stdout } = await ask(view, 'ipptool', [
    ...['-t', '-T', String(PATIENCE_SECONDS), `ipp://${to.host}:${port}/${path}`, test],
  ]);
  return confirmedIf(stdout.includes('[PASS]'));
};

async function speaksTls(view: View): Promise<boolean> {
  const { to, port } = view.check;
  const { stderr } = await ask(view, 'openssl', ['s_client', '-connect', `${to.host}:${port}`, '-brief']);
  return stderr.includes('CONNECTION ESTABLISHED');
}

/** 0 where no HTTP came back. */
async function httpStatus(view: View, scheme: 'http' | 'https'): Promise<number> {
  const { to, port } = view.check;
  const { stdout } = await ask(view, 'curl', [
    ...[
      '-k',
      '-s',
      '-o',
      '/dev/null',
      '-m',
      String(PATIENCE_SECONDS),
      '--noproxy',
      '*',
      '-w',
      '%{http_code}',
    ],
    `${scheme}://${to.host}:${port}/`,
  ]);
  return Number(stdout);
}
