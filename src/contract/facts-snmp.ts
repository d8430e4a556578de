/** What the SNMP probes are told and what they observe. The community stands in no fact. */
import { z } from 'zod';
import { connectionShape } from './facts-parts.ts';

export const snmpOptionsSchema = z.strictObject({
  /** A password in all but name; the vendor's table expects `public`. */
  community: z.string().min(1).default('public'),
});
export type SnmpOptions = Readonly<z.infer<typeof snmpOptionsSchema>>;

const versionSchema = z.object({
  version: z.enum(['v1', 'v2c']),
  /**
   * `answered`: the community was accepted; `refused`: the agent says that it was not; `unreadable`: a reply that is
   * none; `silent`: nothing from the asked address.
   */
  outcome: z.enum(['answered', 'refused', 'unreadable', 'silent']),
  /** error-status (RFC 3416, 3), printable first bytes, or the code of what the system reported. */
  detail: z.string().nullable(),
  /** How often it was asked. */
  asked: z.int().nonnegative(),
  rttMs: z.number().nullable(),
});
export type SnmpVersionFact = Readonly<z.infer<typeof versionSchema>>;

const lookShape = {
  ...connectionShape,
  versions: z.array(versionSchema),
  /** Engine discovery (RFC 3414, 4), asked only where the others are silent; null where it was not asked. */
  v3: z.object({ answered: z.boolean(), engineId: z.string().nullable() }).nullable(),
  /** Who answered though another address was asked. */
  strangers: z.array(z.object({ address: z.string(), port: z.int() })),
  /** False on Windows: it never tells that a UDP port is closed, so silence may be that too. */
  refusalVisible: z.boolean(),
};

/** RFC 2790: hrPrinterStatus, hrDeviceStatus. */
export const PRINTER_STATES = ['other', 'unknown', 'idle', 'printing', 'warmup'] as const;
export const DEVICE_STATES = ['unknown', 'running', 'warning', 'testing', 'down'] as const;

/** Null where the device does not have the object. */
const deviceSchema = z.object({
  description: z.string().nullable(),
  objectId: z.string().nullable(),
  name: z.string().nullable(),
  model: z.string().nullable(),
  printerName: z.string().nullable(),
  serialNumber: z.string().nullable(),
  pageCount: z.int().nonnegative().nullable(),
  printerState: z.enum(PRINTER_STATES).nullable(),
  deviceState: z.enum(DEVICE_STATES).nullable(),
});
export type SnmpDevice = Readonly<z.infer<typeof deviceSchema>>;

export const snmpVersionsFactsSchema = z.object(lookShape);
export type SnmpVersionsFacts = Readonly<z.infer<typeof snmpVersionsFactsSchema>>;

export const snmpFactsSchema = z.object({
  ...lookShape,
  /** Null where no version answered. */
  device: deviceSchema.nullable(),
});
export type SnmpFacts = Readonly<z.infer<typeof snmpFactsSchema>>;

export const snmpTrapFactsSchema = z.object({
  ...connectionShape,
  /** What was handed to the network. */
  sent: z.array(z.enum(['v1-trap', 'v2c-trap', 'inform'])),
  /** The receiver confirmed the inform (RFC 3416, 4.2.7): the only proof that anything arrived. */
  acknowledged: z.boolean(),
  /** Something came back that is no confirmation. */
  oddity: z.string().nullable(),
  /** How often the inform was sent. */
  asked: z.int().nonnegative(),
  refusalVisible: z.boolean(),
});
export type SnmpTrapFacts = Readonly<z.infer<typeof snmpTrapFactsSchema>>;
