/** What the `postgresql` probe is told and what it observes before and during a login. */
import { z } from 'zod';
import { connectionShape, tlsSchema } from './facts-parts.ts';

export const postgresqlOptionsSchema = z.strictObject({
  user: z.string().default(''),
  /** Empty: the database of the user's name. */
  database: z.string().default(''),
  /** Without it no login is tried; stands in no fact, trace or error. */
  password: z.string().default(''),
});
export type PostgresqlOptions = Readonly<z.infer<typeof postgresqlOptionsSchema>>;

export const postgresqlFactsSchema = z.object({
  ...connectionShape,
  spoke: z.enum(['postgresql', 'other']),
  /** Null where the answer to the question about TLS was none. */
  tlsOffered: z.boolean().nullable(),
  tls: tlsSchema.nullable(),
  /** What the server asked for: `none`, `password`, `md5`, `scram-sha-256`, `gss`, `sspi`, or a number; null where it did not ask. */
  method: z.string().nullable(),
  /** `wanted`: asked for, and no password was given; `unsupported`: asked for in a way that is not tried. */
  login: z.enum(['accepted', 'refused', 'wanted', 'unsupported', 'not-reached']),
  /** SQLSTATE and words of the error that ended it (PostgreSQL, appendix A). */
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  serverVersion: z.string().nullable(),
  firstBytes: z.string().nullable(),
});
export type PostgresqlFacts = Readonly<z.infer<typeof postgresqlFactsSchema>>;
