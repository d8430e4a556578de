/** The few procedures of NFS, rpcbind and mountd that are asked (RFC 7530, RFC 1813, RFC 1833). */
import { readXdr, xdrNumber, xdrText } from './sun-rpc.ts';

export const PROGRAMS = { rpcbind: 100_000, nfs: 100_003, mountd: 100_005 } as const;
export const NULL_PROCEDURE = 0;
export const COMPOUND = 1;
export const GET_PORT = 3;
export const EXPORT = 5;
export const NFS4_OK = 0;
export const NFS4ERR_NOENT = 2;

export interface ExportEntry {
  readonly path: string;
  readonly groups: readonly string[];
}

const PUT_ROOT = 24;
const LOOKUP = 15;
const TCP = 6;
const MAX_PATH = 1024;
const MAX_NAME = 255;
const MAX_EXPORTS = 1000;
const MAX_GROUPS = 1000;

/** COMPOUND of NFS 4.0: from the root through each part of the path. */
export function lookupBody(path: string): Uint8Array {
  const parts = path.split('/').filter((part) => part !== '');
  const operations = parts.flatMap((part) => [...xdrNumber(LOOKUP), ...xdrText(part)]);
  return Uint8Array.from([
    ...xdrText(''),
    ...xdrNumber(0),
    ...xdrNumber(parts.length + 1),
    ...xdrNumber(PUT_ROOT),
    ...operations,
  ]);
}

/** The status of a COMPOUND: that of its last operation; null where the bytes end before it. */
export function readCompoundStatus(results: Uint8Array): number | null {
  return readXdr(results).number();
}

/** rpcbind version 2: where a program of this version listens over TCP. */
export function getPortBody(program: number, version: number): Uint8Array {
  return Uint8Array.from([program, version, TCP, 0].flatMap(xdrNumber));
}

/** Null where it is not registered, or the bytes are no port. */
export function readPort(results: Uint8Array): number | null {
  const port = readXdr(results).number();
  return port === null || port === 0 || port > 65_535 ? null : port;
}

/** The list of mountd; null where it is broken or longer than any should be. */
export function readExports(results: Uint8Array): readonly ExportEntry[] | null {
  const reader = readXdr(results);
  const entries: ExportEntry[] = [];
  while (entries.length <= MAX_EXPORTS) {
    const follows = reader.number();
    if (follows === 0) return entries;
    const path = follows === 1 ? reader.text(MAX_PATH) : null;
    if (path === null) return null;
    const groups: string[] = [];
    for (let next = reader.number(); next !== 0; next = reader.number()) {
      const name = next === 1 ? reader.text(MAX_NAME) : null;
      if (name === null || groups.length === MAX_GROUPS) return null;
      groups.push(name);
    }
    entries.push({ path, groups });
  }
  return null;
}
