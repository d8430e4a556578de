/** What the `online-install` probe is told and what it observes: the vendor's download site, directly or through a proxy. */
import { z } from 'zod';
import { portSchema } from './catalogue.ts';
import { httpReplySchema, tlsSchema } from './facts-parts.ts';

/** A proxy as the system names it. */
const proxySchema = z.strictObject({
  /** In lower case; this program speaks to `http` proxies only. */
  scheme: z.string(),
  host: z.string(),
  port: portSchema,
  /** `user:password`, shown to this proxy only; stands in no fact, trace or error. */
  login: z.string().default(''),
});
export type WebProxy = Readonly<z.infer<typeof proxySchema>>;

export const onlineInstallOptionsSchema = z.strictObject({
  /** Null where the site is to be reached directly. */
  proxy: proxySchema.nullable().default(null),
});

/**
 * `tunnel`: the proxy connected us (200); `login-wanted`: 407 and no login was given; `login-refused`: 407 to the
 * given one; `refused`: another status; `no-answer`: no connection, no reply, or cut; `other`: it speaks no HTTP;
 * `unsupported`: not an `http` proxy.
 */
const PROXY_OUTCOMES = [
  'tunnel',
  'login-wanted',
  'login-refused',
  'refused',
  'no-answer',
  'other',
  'unsupported',
] as const;

export const onlineInstallFactsSchema = z.object({
  /** Who was connected to: the site, or the proxy; null where the proxy accepted no connection. */
  address: z.string().nullable(),
  localAddress: z.string().nullable(),
  proxy: z
    .object({
      /** `host:port` */
      endpoint: z.string(),
      scheme: z.string(),
      outcome: z.enum(PROXY_OUTCOMES),
      /** Its reply to CONNECT (RFC 9110, 9.3.6). */
      status: z.int().nullable(),
    })
    .nullable(),
  /** `nothing`: the proxy did not lead to a TLS connection with the site; see `error` and `proxy`. */
  spoke: z.enum(['tls', 'plain-http', 'other', 'nothing']),
  tls: tlsSchema.nullable(),
  reply: httpReplySchema.nullable(),
  firstBytes: z.string().nullable(),
  /** An errno or a code of `ProbeFailure`: why nothing came through the proxy. */
  error: z.string().nullable(),
});
export type OnlineInstallFacts = Readonly<z.infer<typeof onlineInstallFactsSchema>>;
export type ProxyFacts = NonNullable<OnlineInstallFacts['proxy']>;
