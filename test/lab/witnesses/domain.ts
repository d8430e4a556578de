/** The domain's DNS, LDAP and Kerberos, and the network folder, by dig, ldapsearch, kinit and rpcinfo. */
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DOMAIN } from '../addresses.ts';
import { makeFolder } from '../maker.ts';
import { ask, confirmedIf, PATIENCE_SECONDS, type View, type Witness } from './witness.ts';

export const domainWitness: Witness = async (view) => {
  const answers = await Promise.all([hasServiceRecords(view), hasRootEntry(view), answersKerberos(view)]);
  return confirmedIf(answers.every(Boolean));
};

/** The NULL procedure of NFS version 4 (RFC 7530, 15.1). */
export const nfsWitness: Witness = async (view) => {
  const { to, port } = view.check;
  // A universal address (RFC 5665, 5.2.3.3): host and port in one, so that rpcbind is not asked.
  const universalAddress = `${to.host}.${port >> 8}.${port & 255}`;
  const { stdout } = await ask(view, 'rpcinfo', ['-a', universalAddress, '-T', 'tcp', '100003', '4']);
  return confirmedIf(stdout.includes('ready and waiting'));
};

async function hasServiceRecords(view: View): Promise<boolean> {
  const names = ['_ldap._tcp', '_kerberos._tcp'].map((service) => `${service}.${DOMAIN}`);
  const answers = await Promise.all(
    names.map((name) => {
      return ask(view, 'dig', ['+short', `+time=${PATIENCE_SECONDS}`, `@${view.check.to.host}`, name, 'SRV']);
    }),
  );
  return answers.every(({ stdout }) => stdout.includes(`dc1.${DOMAIN}.`));
}

async function hasRootEntry(view: View): Promise<boolean> {
  const { stdout } = await ask(view, 'ldapsearch', [
    ...['-x', '-LLL', '-o', `nettimeout=${PATIENCE_SECONDS}`, '-H', `ldap://${view.check.to.host}`],
    ...['-s', 'base', '-b', '', 'namingContexts'],
  ]);
  return stdout.includes('namingContexts:');
}

/** Nobody of that name is known there, and to say so is an answer in Kerberos (RFC 4120, 7.5.9). */
async function answersKerberos(view: View): Promise<boolean> {
  const folder = await makeFolder('krb5');
  const realm = DOMAIN.toUpperCase();
  await writeFile(
    join(folder, 'krb5.conf'),
    `[realms]\n ${realm} = {\n  kdc = ${view.check.to.host}:88\n }\n[libdefaults]\n udp_preference_limit = 1\n`,
  );
  const { stderr } = await ask(view, 'kinit', [`nobody@${realm}`], {
    env: { ...process.env, KRB5_CONFIG: join(folder, 'krb5.conf') },
  });
  await rm(folder, { recursive: true });
  return stderr.includes('not found in Kerberos database');
}
