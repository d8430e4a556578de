/** One errno, one state: nmap's words, with the two that this product adds. */
import { describe, expect, it } from 'vitest';
import { isOwnFailure, portStateOf } from '../../../src/verdict/port-state.ts';

describe('portStateOf a TCP connect', () => {
  it.each([
    ['ECONNREFUSED', 'closed'],
    ['timeout', 'filtered'],
    ['ETIMEDOUT', 'filtered'],
    ['EHOSTUNREACH', 'filtered'],
    ['EACCES', 'filtered'],
    ['EPERM', 'filtered'],
    ['ENOPROTOOPT', 'filtered'],
    ['ENETUNREACH', 'unreachable'],
    ['ENETDOWN', 'unreachable'],
    ['EHOSTDOWN', 'unreachable'],
    ['ENONET', 'unreachable'],
    ['ECONNRESET', 'open'],
    ['EWHATEVER', null],
  ] as const)('calls %s %s', (code, state) => {
    expect(portStateOf('tcp', { phase: 'connect', code, detail: '' })).toBe(state);
  });

  it.each(['tls', 'request', 'reply', 'login', 'transfer'] as const)(
    'calls the port open when something fails in the phase %s',
    (phase) => {
      for (const code of ['timeout', 'ECONNRESET', 'closed', 'protocol', 'incomplete', 'EHOSTUNREACH']) {
        expect(portStateOf('tcp', { phase, code, detail: '' })).toBe('open');
      }
    },
  );
});

describe('portStateOf a name', () => {
  it.each(['ENOTFOUND', 'ENODATA', 'EAI_NONAME'])('calls it unresolved on %s', (code) => {
    expect(portStateOf('tcp', { phase: 'resolve', code, detail: '' })).toBe('unresolved');
  });

  it.each(['EAI_AGAIN', 'ETIMEOUT', 'ESERVFAIL', 'ECONNREFUSED', 'timeout'])(
    'says nothing about the port when the name server fails with %s',
    (code) => {
      expect(portStateOf('tcp', { phase: 'resolve', code, detail: '' })).toBeNull();
    },
  );
});

describe('portStateOf UDP', () => {
  it.each([
    ['timeout', 'open|filtered'],
    ['ECONNREFUSED', 'closed'],
    ['EHOSTUNREACH', 'filtered'],
    ['ENETUNREACH', 'unreachable'],
    ['ECONNRESET', 'closed'],
    ['protocol', 'open'],
    ['closed', null],
  ] as const)('calls %s %s in whatever phase', (code, state) => {
    for (const phase of ['connect', 'request', 'reply'] as const) {
      expect(portStateOf('udp', { phase, code, detail: '' })).toBe(state);
    }
  });
});

describe('a failure of this computer', () => {
  it.each(['EADDRNOTAVAIL', 'EMFILE', 'internal', 'not-implemented'])(
    'says nothing about the port: %s',
    (code) => {
      const failure = { phase: 'reply', code, detail: '' } as const;
      expect(isOwnFailure(failure)).toBe(true);
      expect(portStateOf('tcp', failure)).toBeNull();
      expect(portStateOf('udp', failure)).toBeNull();
    },
  );
});
