/** What the `nfs` probe is told and what it observes of a network folder. */
import { z } from 'zod';
import { connectionShape } from './facts-parts.ts';

export const nfsOptionsSchema = z.strictObject({
  /** `/srv/scans`; empty: any. */
  export: z.string().default(''),
  rpcbindPort: z.int().min(1).max(65535).default(111),
});

export const NFS_VERSION_STATES = [
  'answered',
  'mismatch',
  'unavailable',
  'denied',
  'error',
  'silent',
] as const;
export type NfsVersionState = (typeof NFS_VERSION_STATES)[number];

const rpcbindSchema = z.object({
  port: z.int(),
  answered: z.boolean(),
  /** A code where it did not answer. */
  failure: z.string().nullable(),
  /** Where mountd listens over TCP; null where it is not registered. */
  mountPort: z.int().nullable(),
});

export const nfsFactsSchema = z.object({
  ...connectionShape,
  spoke: z.enum(['rpc', 'other']),
  /** The NULL procedure of versions 4 and 3 (RFC 5531, 11.1). */
  versions: z.array(z.object({ version: z.int(), state: z.enum(NFS_VERSION_STATES) })),
  /** The versions that the server names where it does not know the one asked for. */
  supported: z.object({ low: z.int(), high: z.int() }).nullable(),
  /** Asked only where version 3 answers, because version 4 needs none. */
  rpcbind: rpcbindSchema.nullable(),
  /** What mountd lists, at most 50; null where it was not asked or did not say. */
  exports: z.array(z.object({ path: z.string(), groups: z.array(z.string()) })).nullable(),
  exportWanted: z.string(),
  /** `listed` by mountd, `found` through version 4; `hidden`: the server does not let this computer look. */
  exportSeen: z.enum(['listed', 'found', 'absent', 'hidden', 'unknown']),
  firstBytes: z.string().nullable(),
});
export type NfsFacts = Readonly<z.infer<typeof nfsFactsSchema>>;
