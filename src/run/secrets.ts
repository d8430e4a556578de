/** Passwords of one run; they stand in no profile, no document and no log. */

/** Without a password its service is looked at without a login, and the result says so. */
export interface RunSecrets {
  readonly ftpPassword?: string | undefined;
  readonly postgresqlPassword?: string | undefined;
  readonly redisPassword?: string | undefined;
}

/** From the environment of the program: `SITECHECK_FTP_PASSWORD`, `SITECHECK_PG_PASSWORD`, `SITECHECK_REDIS_PASSWORD`. */
export function secretsIn(environment: Readonly<Record<string, string | undefined>>): RunSecrets {
  return {
    ftpPassword: environment.SITECHECK_FTP_PASSWORD,
    postgresqlPassword: environment.SITECHECK_PG_PASSWORD,
    redisPassword: environment.SITECHECK_REDIS_PASSWORD,
  };
}
