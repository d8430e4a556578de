/** RPC and XDR: the call as its standard writes it, replies whole or not at all. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookupBody, readCompoundStatus, readExports, readPort } from '../../../../src/probes/wire/nfs.ts';
import { encodeRpcCall, parseRpcReply, readXdr, xdrNumber } from '../../../../src/probes/wire/sun-rpc.ts';
import { exportList, NO_PROGRAM, otherVersions, rpcRecord, SUCCESS } from '../../../servers/rpc-server.ts';

const ID = 0x50_53_43_31;
const NULL_CALL = { callId: ID, program: 100_003, version: 4, procedure: 0 };

describe('encodeRpcCall', () => {
  it('writes a NULL call as RFC 5531 does', () => {
    expect(Buffer.from(encodeRpcCall(NULL_CALL)).toString('hex')).toBe(
      ['80000028', '50534331', '00000000', '00000002', '000186a3', '00000004', '00000000'].join('') +
        '00000000'.repeat(4),
    );
  });

  it('names the machine and root where it is told to, padded to four bytes', () => {
    const bytes = Buffer.from(encodeRpcCall({ ...NULL_CALL, machine: 'abc' }));
    expect(bytes.readUInt32BE(28)).toBe(1);
    expect(bytes.readUInt32BE(32)).toBe(24);
    expect(bytes.length).toBe(4 + 24 + 8 + 24 + 8);
  });
});

describe('parseRpcReply', () => {
  it.each([
    [
      'a success',
      [...SUCCESS, ...xdrNumber(7)],
      { state: 'answered', results: Uint8Array.from(xdrNumber(7)) },
    ],
    ['no program', NO_PROGRAM, { state: 'unavailable' }],
    ['other versions', otherVersions(3, 4), { state: 'mismatch', low: 3, high: 4 }],
    ['an error', xdrNumber(5), { state: 'error', code: 5 }],
    ['a denial', 'denied' as const, { state: 'denied', code: 1 }],
  ])(
    'reads %s in one record or in many fragments, and wants more of every beginning',
    (_what, answer, value) => {
      for (const fragmentBytes of [1000, 5, 1]) {
        const record = rpcRecord(ID, answer, fragmentBytes);
        expect(parseRpcReply(record, ID)).toEqual({ kind: 'whole', value, length: record.length });
        for (let length = 0; length < record.length; length += 1) {
          expect(parseRpcReply(record.subarray(0, length), ID)).toEqual({ kind: 'more' });
        }
      }
    },
  );

  it.each([
    ['HTTP', Buffer.from('HTTP/1.1 400 Bad\r\n')],
    ['the answer to another call', rpcRecord(ID + 1, SUCCESS)],
    ['a call', Buffer.from(encodeRpcCall(NULL_CALL))],
    ['a record beyond the limit', Buffer.from([0x80, 0xff, 0xff, 0xff])],
    ['fragments without end', Buffer.alloc(4096)],
    ['a record that ends before the reply', Buffer.from([0x80, 0, 0, 8, ...xdrNumber(ID), ...xdrNumber(1)])],
  ])('refuses %s', (_what, bytes) => {
    expect(parseRpcReply(bytes, ID)).toEqual({ kind: 'other' });
  });

  it('ends on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        expect(['whole', 'more', 'other']).toContain(parseRpcReply(noise, ID).kind);
        const begun = Buffer.from([
          0x80,
          0,
          0,
          noise.length + 8,
          ...xdrNumber(ID),
          ...xdrNumber(1),
          ...noise,
        ]);
        expect(['whole', 'more', 'other']).toContain(parseRpcReply(begun, ID).kind);
      }),
    );
  });
});

describe('the bodies of NFS, rpcbind and mountd', () => {
  it('walk a path from the root', () => {
    const bytes = Buffer.from(lookupBody('/srv/scans/'));
    expect(bytes.readUInt32BE(8)).toBe(3);
    expect(bytes.toString('latin1')).toContain('scans');
    expect(Buffer.from(lookupBody('/')).readUInt32BE(8)).toBe(1);
  });

  it('are read with their limits', () => {
    const list = Uint8Array.from(exportList(['/srv/scans', '/home']).slice(4));
    expect(readExports(list)).toEqual([
      { path: '/srv/scans', groups: ['10.77.30.0/24'] },
      { path: '/home', groups: ['10.77.30.0/24'] },
    ]);
    for (let length = 0; length < list.length; length += 1)
      expect(readExports(list.subarray(0, length))).toBe(null);
    const endless = Uint8Array.from(
      Array.from({ length: 3000 }, () => [...xdrNumber(1), ...xdrNumber(0), ...xdrNumber(0)]).flat(),
    );
    expect(readExports(endless)).toBe(null);
    expect([0, 635, 70_000].map((port) => readPort(Uint8Array.from(xdrNumber(port))))).toEqual([
      null,
      635,
      null,
    ]);
    expect(readCompoundStatus(Uint8Array.from(xdrNumber(2)))).toBe(2);
    expect(readCompoundStatus(new Uint8Array(0))).toBe(null);
    expect(readXdr(Uint8Array.from([...xdrNumber(9), 1])).text(100)).toBe(null);
  });

  it('end on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const list = readExports(noise);
        expect(list === null || Array.isArray(list)).toBe(true);
      }),
    );
  });
});
