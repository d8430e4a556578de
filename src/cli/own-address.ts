/** An option that names one of this computer's own addresses. */
import { isIP } from 'node:net';
import { show } from '../contract/problem-texts.ts';
import type { Language } from '../contract/words.ts';
import { listInterfaces } from '../probes/place.ts';
import { UsageError } from './io.ts';
import { CLI_TEXTS } from './texts.ts';

/** Null where the option is absent: the system chooses. */
export function requireOwnAddress(
  name: '--local-address' | '--address',
  address: string | undefined,
  language: Language,
): string | null {
  if (address === undefined) return null;
  const own = listInterfaces().map((entry) => entry.address);
  // The whole of 127.0.0.0/8 is this computer (RFC 1122, 3.2.1.3), though systems list one address of it.
  const loopback = isIP(address) === 4 && address.startsWith('127.') && process.platform === 'linux';
  if (own.includes(address) || loopback) return address;
  throw new UsageError([CLI_TEXTS[language].noSuchAddress(name, show(address, language), own.join(', '))]);
}
