/** Passwords of sites: encrypted by the system's key store in `secrets.json`, or in memory only where it has none. */
import { join } from 'node:path';
import { z } from 'zod';
import { SECRET_KINDS, type SecretKind, type SecretPlace } from '../../src/contract/channels.ts';
import type { RunSecrets } from '../../src/run/secrets.ts';
import { BridgeFailure } from '../failure.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { type DocumentKind, formatDocument, readDocument } from './document.ts';
import { createKeyedQueue } from './queue.ts';
import type { SetAside } from './set-aside.ts';

/** The system's key store; a password never leaves it as plain text for the disk. */
export interface KeyStore {
  /** False where it would keep the key beside the file, readable by anyone. */
  readonly isAvailable: () => Promise<boolean>;
  readonly encrypt: (text: string) => Promise<Uint8Array>;
  /** Rejects where another account, another computer or a lost key encrypted it. */
  readonly decrypt: (bytes: Uint8Array) => Promise<string>;
}

export interface SecretStore {
  readonly status: (siteId: string) => Promise<{
    readonly keyStore: boolean;
    readonly secrets: Readonly<Record<SecretKind, SecretPlace>>;
  }>;
  /** Null forgets it. Answers where the password is now. */
  readonly set: (siteId: string, kind: SecretKind, password: string | null) => Promise<SecretPlace>;
  /** What was given for the site in the window goes before the environment, which is the same for every site. */
  readonly forRun: (siteId: string) => Promise<RunSecrets>;
}

export interface SecretStoreOptions {
  readonly userData: string;
  readonly setAside: SetAside;
  readonly keyStore: KeyStore;
  /** What the program was started with. */
  readonly environment: RunSecrets;
  /** Sites of which nothing is written, as the demo. */
  readonly inMemoryOnly: (siteId: string) => boolean;
}

const kindsSchema = z.strictObject({
  ftp: z.base64().optional(),
  postgresql: z.base64().optional(),
  redis: z.base64().optional(),
});
const secretsSchema = z.strictObject({
  format: z.literal('printum-sitecheck/secrets'),
  version: z.literal(1),
  sites: z.record(z.uuid(), kindsSchema),
});
type SecretsDocument = z.infer<typeof secretsSchema>;

const SECRETS_KIND: DocumentKind<SecretsDocument> = {
  format: 'printum-sitecheck/secrets',
  version: 1,
  schema: secretsSchema,
  migrations: [],
  maxBytes: 16 * 1024 * 1024,
};

const RUN_KEYS = {
  ftp: 'ftpPassword',
  postgresql: 'postgresqlPassword',
  redis: 'redisPassword',
} as const satisfies Readonly<Record<SecretKind, keyof RunSecrets>>;

export function createSecretStore(options: SecretStoreOptions): SecretStore {
  const { userData, setAside, keyStore, environment, inMemoryOnly } = options;
  const path = join(userData, 'secrets.json');
  const queue = createKeyedQueue();
  const memory = new Map<string, string>();
  const keyOf = (siteId: string, kind: SecretKind) => `${siteId} ${kind}`;

  async function readKept(): Promise<SecretsDocument> {
    const reading = await readDocument(path, SECRETS_KIND);
    if (reading.state === 'ok') return reading.value;
    if (reading.state === 'corrupt') await setAside.move(path, reading.problem);
    if (reading.state === 'foreign') {
      setAside.name(path, reading.problem);
      throw new BridgeFailure('storage', reading.problem);
    }
    return { format: 'printum-sitecheck/secrets', version: 1, sites: {} };
  }

  /** Null where there is none or the key store does not open it any more: it has to be typed in again. */
  async function kept(siteId: string, kind: SecretKind): Promise<string | null> {
    const entry = (await readKept().catch(() => null))?.sites[siteId]?.[kind];
    if (entry === undefined || !(await keyStore.isAvailable())) return null;
    return keyStore.decrypt(Buffer.from(entry, 'base64')).catch(() => null);
  }

  async function writeKept(siteId: string, kind: SecretKind, entry: string | null): Promise<void> {
    const document = await readKept();
    const before = document.sites[siteId] ?? {};
    if (entry === null && before[kind] === undefined) return;
    const { [kind]: _replaced, ...others } = before;
    const site = entry === null ? others : { ...others, [kind]: entry };
    const sites = { ...document.sites, [siteId]: site };
    if (Object.keys(site).length === 0) delete sites[siteId];
    await writeFileAtomically(path, formatDocument({ ...document, sites }));
  }

  async function encrypted(siteId: string, password: string): Promise<string | null> {
    if (inMemoryOnly(siteId) || !(await keyStore.isAvailable())) return null;
    const bytes = await keyStore.encrypt(password).catch(() => null);
    return bytes === null ? null : Buffer.from(bytes).toString('base64');
  }

  async function find(siteId: string, kind: SecretKind): Promise<{ place: SecretPlace; password?: string }> {
    const remembered = memory.get(keyOf(siteId, kind));
    if (remembered !== undefined) return { place: 'memory', password: remembered };
    const password = await kept(siteId, kind);
    if (password !== null) return { place: 'kept', password };
    const given = environment[RUN_KEYS[kind]];
    return given === undefined ? { place: 'none' } : { place: 'environment', password: given };
  }

  return {
    async status(siteId) {
      const places = await Promise.all(
        SECRET_KINDS.map(async (kind) => [kind, await find(siteId, kind)] as const),
      );
      const secrets = Object.fromEntries(places.map(([kind, { place }]) => [kind, place]));
      return { keyStore: await keyStore.isAvailable(), secrets: secrets as Record<SecretKind, SecretPlace> };
    },
    set: (siteId, kind, password) =>
      queue.run(path, async () => {
        const entry = password === null ? null : await encrypted(siteId, password);
        if (!inMemoryOnly(siteId)) await writeKept(siteId, kind, entry);
        if (password !== null && entry === null) memory.set(keyOf(siteId, kind), password);
        else memory.delete(keyOf(siteId, kind));
        return (await find(siteId, kind)).place;
      }),
    async forRun(siteId) {
      const entries = SECRET_KINDS.map(
        async (kind) => [RUN_KEYS[kind], (await find(siteId, kind)).password] as const,
      );
      return Object.fromEntries(await Promise.all(entries));
    },
  };
}

/** For where there is no system around the program. */
export const NO_KEY_STORE: KeyStore = {
  isAvailable: async () => false,
  encrypt: () => Promise.reject(new Error('There is no key store.')),
  decrypt: () => Promise.reject(new Error('There is no key store.')),
};
