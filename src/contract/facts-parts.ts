/** Facts that several probes have in common: who was connected to, an HTTP reply, a TLS handshake. */
import { z } from 'zod';

export const connectionShape = {
  /** The address that was connected to, after name resolution. */
  address: z.string(),
  localAddress: z.string(),
};

export const httpReplySchema = z.object({
  status: z.int().min(100).max(999),
  statusText: z.string(),
  version: z.string(),
  server: z.string().nullable(),
  title: z.string().nullable(),
  location: z.string().nullable(),
  /** The scheme of `WWW-Authenticate` (RFC 9110, 11.6.1). */
  authenticate: z.string().nullable(),
  /** The `Date` header as sent: a clock to compare with (RFC 9110, 6.6.1). */
  date: z.string().nullable(),
});

export const tlsSchema = z.object({
  protocol: z.string(),
  cipher: z.string(),
  subject: z.string(),
  /** As in the certificate: `DNS:name`, `IP Address:1.2.3.4`. */
  subjectAltNames: z.array(z.string()),
  issuer: z.string(),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
  fingerprint256: z.string(),
  selfSigned: z.boolean(),
  /** Whether the certificate names the host of the profile (RFC 6125). */
  nameMatches: z.boolean(),
  /** OpenSSL's verification error (`DEPTH_ZERO_SELF_SIGNED_CERT`), null where the chain is trusted. */
  verificationError: z.string().nullable(),
});

/** What a port shows to somebody who asks it for a page over HTTPS. */
export const httpsShape = {
  ...connectionShape,
  /** `plain-http`: the port answers HTTP without TLS; `other`: see `firstBytes`. */
  spoke: z.enum(['tls', 'plain-http', 'other']),
  tls: tlsSchema.nullable(),
  /** The HTTP reply, over TLS or plain as `spoke` says; null where TLS stood and no HTTP came. */
  reply: httpReplySchema.nullable(),
  firstBytes: z.string().nullable(),
};
