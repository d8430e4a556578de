/** Addresses and ports of data connections, as servers really write them and as they must not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEprt, formatPort, parseEpsv, parsePasv } from '../../../../src/probes/wire/ftp-endpoint.ts';

const pasv = (...lines: string[]) => parsePasv({ code: 227, lines });
const epsv = (...lines: string[]) => parseEpsv({ code: 229, lines });

describe('parsePasv', () => {
  it.each([
    ['Entering Passive Mode (10,0,0,5,117,48).', { address: '10.0.0.5', port: 30_000 }],
    ['Entering Passive Mode 10,0,0,5,117,48', { address: '10.0.0.5', port: 30_000 }],
    ['=10,0,0,5,117,48', { address: '10.0.0.5', port: 30_000 }],
    ['Entering Passive Mode (0,0,0,0,117,48)', { address: '0.0.0.0', port: 30_000 }],
    ['Entering Passive Mode (10,0,0,5,0,0)', null],
    ['Entering Passive Mode (10,0,0,5,117)', null],
    ['Entering Passive Mode (10,0,0,5,117,48,9)', null],
    ['Entering Passive Mode (10,0,0,256,117,48)', null],
    ['Entering Passive Mode (10,0,0,5,999,48)', null],
    ['Entering Passive Mode (-10,0,0,5,117,-48)', null],
    ['Entering Passive Mode (10.0.0.5:30000)', null],
    ['Entering Passive Mode', null],
    ['', null],
  ])('reads %s', (line, expected) => {
    expect(pasv(line)).toEqual(expected);
  });

  it('finds the numbers on a later line of a long reply', () => {
    expect(pasv('Entering', '(10,0,0,5,117,48)')).toEqual({ address: '10.0.0.5', port: 30_000 });
  });

  it('takes no other reply for an announcement', () => {
    expect(parsePasv({ code: 200, lines: ['(10,0,0,5,117,48)'] })).toBeNull();
  });
});

describe('parseEpsv', () => {
  it.each([
    ['Entering Extended Passive Mode (|||30007|)', 30_007],
    ['ok (!!!30007!)', 30_007],
    ['(|||0|)', null],
    ['(|||65536|)', null],
    ['(|1|10.0.0.5|30007|)', null],
    ['(|||30007)', null],
    ['|||30007|', null],
    ['', null],
  ])('reads %s', (line, port) => {
    expect(epsv(line)).toEqual(port === null ? null : { address: null, port });
  });
});

describe('what is announced', () => {
  it('is read back as it was written, for every address and port', () => {
    const numbers = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 65_535 }), (parts, port) => {
        const address = parts.join('.');
        const argument = formatPort(address, port).replace('PORT ', '');
        expect(pasv(`ok (${argument})`)).toEqual({ address, port });
      }),
    );
  });

  it('is a port within its bounds or nothing, whatever a server says', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789,|()- ') }), (line) => {
        for (const port of [pasv(line)?.port, epsv(line)?.port]) {
          if (port !== undefined) expect(port >= 1 && port <= 65_535).toBe(true);
        }
      }),
    );
  });
});

describe('formatEprt', () => {
  it('says the family of the address', () => {
    expect(formatEprt('10.0.0.5', 30_000)).toBe('EPRT |1|10.0.0.5|30000|');
    expect(formatEprt('fd00::5', 30_000)).toBe('EPRT |2|fd00::5|30000|');
  });
});
