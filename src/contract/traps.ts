/** SNMP traps heard in the place of the server: one record for each, a tally of the devices, and the whole as a document. */
import { z } from 'zod';
import { portSchema } from './catalogue.ts';

export const TRAPS_FORMAT = 'printum-sitecheck/traps';

/** How long is listened, in seconds. */
export const LISTEN_SECONDS = { min: 1, max: 3600, default: 120 } as const;

/** As many are kept; what comes beyond is counted. */
export const KEPT_TRAPS = 500;

const trapRecordSchema = z.strictObject({
  receivedAt: z.iso.datetime(),
  /** The sender as the datagram tells it, not as the trap says of itself. */
  address: z.string(),
  port: z.int(),
  version: z.enum(['v1', 'v2c', 'v3']),
  /** Null where it is encrypted. */
  kind: z.enum(['trap', 'inform']).nullable(),
  /** The community is that of the profile; null in version 3, which has none. The community itself is kept nowhere. */
  communityAccepted: z.boolean().nullable(),
  /** snmpTrapOID; of a v1 trap as RFC 3584, 3.1 translates it. Null where it is encrypted or missing. */
  trapId: z.string().nullable(),
  /** The device of the profile that has this address. */
  device: z.string().nullable(),
});
export type TrapRecord = Readonly<z.infer<typeof trapRecordSchema>>;

const heardDeviceSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  host: z.string(),
  /** Traps with the community of the profile: what a monitoring takes. */
  accepted: z.int().nonnegative(),
  /** Traps with another community, or in version 3: they arrived, but a monitoring drops them. */
  refused: z.int().nonnegative(),
});
export type HeardDevice = Readonly<z.infer<typeof heardDeviceSchema>>;

const tallyShape = {
  devices: z.array(heardDeviceSchema),
  /** All traps and informs, also those beyond the kept ones. */
  received: z.int().nonnegative(),
  /** Those from an address of no device of the profile. */
  strangers: z.int().nonnegative(),
  /** Datagrams that are no trap. */
  unreadable: z.int().nonnegative(),
};
const trapTallySchema = z.strictObject(tallyShape);
export type TrapTally = Readonly<z.infer<typeof trapTallySchema>>;

export const trapReportSchema = z.strictObject({
  format: z.literal(TRAPS_FORMAT),
  version: z.literal(1),
  tool: z.strictObject({ version: z.string() }),
  site: z.strictObject({ id: z.string(), name: z.string() }),
  listened: z.strictObject({ addresses: z.array(z.string()), port: portSchema }),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  /** True where it was ended before its time. */
  interrupted: z.boolean(),
  ...tallyShape,
  traps: z.array(trapRecordSchema).max(KEPT_TRAPS),
});
export type TrapReport = Readonly<z.infer<typeof trapReportSchema>>;

/** What is known of a device so far: `refused` arrived, but with another community. */
export function hearingOf({ accepted, refused }: HeardDevice): 'heard' | 'refused' | 'silent' {
  if (accepted > 0) return 'heard';
  return refused > 0 ? 'refused' : 'silent';
}
