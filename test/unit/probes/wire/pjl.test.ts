/** The model in a PJL reply, from bytes that may be cut anywhere. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PJL_ASK_MODEL, parsePjlModel } from '../../../../src/probes/wire/pjl.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const REPLY = '@PJL INFO ID\r\n"HP LaserJet 4250"\r\n\f';

describe('parsePjlModel', () => {
  it.each([
    [REPLY, 'HP LaserJet 4250'],
    ['@PJL INFO ID\nKyocera TASKalfa 3253ci\n\f', 'Kyocera TASKalfa 3253ci'],
    ['\x00@PJL INFO ID \r\n"X"\r\n\f', 'X'],
    ['@PJL INFO ID\r\n"X"\f', 'X'],
    ['@PJL INFO ID\r\n"HP Laser', null],
    ['@PJL INFO ID\r\n\r\n\f', null],
    ['@PJL INFO ID\r\n""\r\n\f', null],
    ['@PJL USTATUS\r\nX\r\n\f', null],
    ['HTTP/1.1 400 Bad Request\r\n\r\n', null],
    ['', null],
  ])('reads %j', (text, model) => {
    expect(parsePjlModel(bytes(text))).toBe(model);
  });

  it('says nothing of a reply that is cut before its second line ends', () => {
    const end = REPLY.indexOf('"\r') + 1;
    for (let length = 0; length <= end; length += 1) {
      expect(parsePjlModel(bytes(REPLY.slice(0, length)))).toBeNull();
    }
  });

  it('never throws on noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        parsePjlModel(Buffer.concat([bytes('@PJL INFO ID\r\n'), noise]));
        return true;
      }),
    );
  });
});

describe('PJL_ASK_MODEL', () => {
  it('enters PJL, asks one question and leaves again', () => {
    expect(PJL_ASK_MODEL).toBe('\x1b%-12345X@PJL INFO ID\r\n\x1b%-12345X');
  });
});
