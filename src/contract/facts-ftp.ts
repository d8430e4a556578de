/** What the two FTP probes are told and what they observe. Words of the server are safe to show, and never hold the password. */
import { z } from 'zod';

/** Without user or password nothing is transferred; anonymous login is never tried. */
export const ftpOptionsSchema = z.strictObject({
  user: z.string().default(''),
  /** Comes from the key store or the environment at the time of the run; stands in no fact, trace or error. */
  password: z.string().default(''),
  /** Empty and `/` mean where the login leads. */
  directory: z.string().default('/'),
});
export type FtpOptions = Readonly<z.infer<typeof ftpOptionsSchema>>;

const replySchema = z.object({ code: z.int(), text: z.string() });
export type FtpReplyFact = Readonly<z.infer<typeof replySchema>>;

/** One command: its last reply, or the code of a failure (`timeout`, `closed`, an errno) where none came. */
const stepSchema = z.object({
  command: z.string(),
  reply: replySchema.nullable(),
  failure: z.string().nullable(),
});
export type FtpStep = Readonly<z.infer<typeof stepSchema>>;

const controlSchema = z.object({
  greeting: replySchema,
  /** Lines of FEAT (RFC 2389) in capitals; null where the server refuses the command. */
  features: z.array(z.string()).nullable(),
  authTls: z.boolean(),
});
export type FtpControlFacts = Readonly<z.infer<typeof controlSchema>>;

const loginSchema = z.object({
  /** `skipped`: no user or no password was given; `turned-away`: by the greeting; `broken`: no reply came. */
  outcome: z.enum(['accepted', 'refused', 'skipped', 'turned-away', 'broken']),
  /** Where it was decided. */
  step: stepSchema.nullable(),
  /** The folder of the transfer, as PWD says it. */
  directory: z.string().nullable(),
  /** Set where the wanted folder could not be entered. */
  directoryRefused: replySchema.nullable(),
});
export type FtpLogin = Readonly<z.infer<typeof loginSchema>>;

const endpointSchema = z.object({ address: z.string(), port: z.int() });
export type FtpEndpointFact = Readonly<z.infer<typeof endpointSchema>>;

/** SIZE, RETR and DELE of a small file that STOR wrote. */
const transferSchema = z.object({
  file: z.string(),
  sentBytes: z.int(),
  steps: z.array(stepSchema),
  /** The server confirmed STOR with 2yz. */
  stored: z.boolean(),
  size: z.int().nullable(),
  /** Null where the file could not be read back. */
  sameBytes: z.boolean().nullable(),
  /** False where the file may still be there. */
  removed: z.boolean(),
});
export type FtpTransfer = Readonly<z.infer<typeof transferSchema>>;

export const FTP_PORT_STATES = ['open', 'closed', 'filtered', 'unreachable'] as const;
export type FtpPortState = (typeof FTP_PORT_STATES)[number];

const portSchema = z.object({
  port: z.int(),
  state: z.enum(FTP_PORT_STATES),
  /** What it was decided from: `timeout`, `ECONNREFUSED`, `EHOSTUNREACH`, …; null where open. */
  errno: z.string().nullable(),
});
export type FtpPortFact = Readonly<z.infer<typeof portSchema>>;

const blockSchema = z.object({ from: z.int(), to: z.int(), state: z.enum(FTP_PORT_STATES) });
export type FtpBlock = Readonly<z.infer<typeof blockSchema>>;

/** PASV or EPSV, asked by itself. */
const passiveModeSchema = z.object({
  step: stepSchema,
  /** What the reply announces; the address of EPSV is that of the control connection. Null where unreadable. */
  announced: endpointSchema.nullable(),
  addressDiffers: z.boolean(),
  inRange: z.boolean(),
  /** Each address that was tried on the announced port; empty where there is none that may be tried. */
  tries: z.array(
    z.object({ address: z.string(), state: z.enum(FTP_PORT_STATES), errno: z.string().nullable() }),
  ),
});
export type FtpPassiveMode = Readonly<z.infer<typeof passiveModeSchema>>;

const connectionShape = {
  address: z.string(),
  localAddress: z.string(),
  /** Null where the control port refused the connection. */
  control: controlSchema.nullable(),
  login: loginSchema,
  transfer: transferSchema.nullable(),
};

export const ftpPassiveFactsSchema = z.object({
  ...connectionShape,
  range: z.object({ from: z.int(), to: z.int() }),
  modes: z.array(passiveModeSchema),
  /** One row for each port of the range: `closed` means that the path is free and nobody listens at the moment. */
  ports: z.array(portSchema),
  counts: z.record(z.enum(FTP_PORT_STATES), z.int()),
  blocks: z.array(blockSchema),
});
export type FtpPassiveFacts = Readonly<z.infer<typeof ftpPassiveFactsSchema>>;

/** PORT or EPRT, asked by itself, with a listener of its own. */
const activeModeSchema = z.object({
  command: z.enum(['PORT', 'EPRT']),
  /** Where this computer listened; null where it could not (`listenFailure`). */
  listener: endpointSchema.nullable(),
  listenFailure: z.string().nullable(),
  /** Whether the listener can be reached from this computer itself: null where it can, else the code. */
  selfTestFailure: z.string().nullable(),
  step: stepSchema.nullable(),
  /** The command for which the server had to connect back, and its last reply. */
  use: stepSchema.nullable(),
  /** Who came from the server's address, and how long after the command. */
  connection: z.object({ address: z.string(), port: z.int(), afterMs: z.number() }).nullable(),
  /** Who came from another address and was turned away. */
  strangers: z.array(endpointSchema),
  /** How long was waited where nobody came. */
  waitedMs: z.number().nullable(),
});
export type FtpActiveMode = Readonly<z.infer<typeof activeModeSchema>>;

export const ftpActiveFactsSchema = z.object({
  ...connectionShape,
  /** The port from which the server should come. */
  callbackFrom: z.int(),
  modes: z.array(activeModeSchema),
});
export type FtpActiveFacts = Readonly<z.infer<typeof ftpActiveFactsSchema>>;
