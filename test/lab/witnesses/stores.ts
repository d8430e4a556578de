/** Redis, Sentinel, PostgreSQL and ClickHouse, by their own clients. */
import { DATABASE, DATABASE_USER } from '../daemons/postgresql.ts';
import { ask, confirmedIf, PATIENCE_SECONDS, type Witness } from './witness.ts';

export const redisWitness: Witness = async (view) => {
  const { to, port } = view.check;
  const { stdout } = await ask(view, 'redis-cli', ['-h', to.host, '-p', String(port), 'ROLE']);
  if (stdout.startsWith('NOAUTH')) return { serviceState: 'denied', seen: 'password wanted' };
  // Of a replica: its role, the master's address and port, the state of the link, and an offset.
  const [role = '', , , link = ''] = stdout.split('\n');
  const seen = role === 'slave' ? `${role} ${link}` : role;
  return { ...confirmedIf(role === 'master' || role === 'slave'), seen };
};

export const sentinelWitness: Witness = async (view) => {
  const { to, port } = view.check;
  const { stdout } = await ask(view, 'redis-cli', ['-h', to.host, '-p', String(port), 'SENTINEL', 'masters']);
  const name = /^name\n(.+)$/m.exec(stdout)?.[1];
  return { ...confirmedIf(name !== undefined), seen: `watches ${name ?? 'nothing'}` };
};

export const postgresqlWitness: Witness = async (view) => {
  const { to, port } = view.check;
  const connection = `host=${to.host} port=${port} user=${DATABASE_USER} dbname=${DATABASE} sslmode=require connect_timeout=${PATIENCE_SECONDS}`;
  const { stdout } = await ask(view, 'psql', ['-X', '-A', '-t', '-c', 'SELECT version()', connection], {
    env: { ...process.env, PGPASSWORD: view.lab.passwords.postgresql },
  });
  return confirmedIf(stdout.startsWith('PostgreSQL '));
};

export const clickhouseWitness: Witness = async (view) => {
  const { to, port } = view.check;
  const { stdout } = await ask(view, 'curl', [
    ...['-s', '-m', String(PATIENCE_SECONDS), '--noproxy', '*', `http://${to.host}:${port}/ping`],
  ]);
  return confirmedIf(stdout === 'Ok.\n');
};
