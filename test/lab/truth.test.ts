/** The yardstick itself: which claim applies to which check. */
import { describe, expect, it } from 'vitest';
import { SINGLE_TRUTH } from './scenarios/everything-right.ts';
import { CONFIRMED, except, REFUSED, SILENT, truthAbout, unusedTruth } from './truth.ts';

describe('truthAbout', () => {
  const table = { 'raw:server>mfu-*:9100/tcp': CONFIRMED, 'raw:server>mfu-202:9100/tcp': SILENT };

  it('prefers an exact id to a pattern', () => {
    expect(truthAbout(table, 'raw:server>mfu-202:9100/tcp')).toBe(SILENT);
    expect(truthAbout(table, 'raw:server>mfu-201:9100/tcp')).toBe(CONFIRMED);
  });

  it('knows nothing of an id that fits no pattern', () => {
    expect(truthAbout(table, 'raw:server>mfu-201:9101/tcp')).toBeUndefined();
    expect(truthAbout(table, 'raw:server>app1:9100/tcp')).toBeUndefined();
  });
});

describe('unusedTruth', () => {
  it('names the claims about checks that do not exist', () => {
    const table = { 'a:x>y:1/tcp': CONFIRMED, 'b:x>z*:2/tcp': CONFIRMED, 'c:x>y:3/tcp': SILENT };
    expect(unusedTruth(table, ['a:x>y:1/tcp', 'b:x>z1:2/tcp'])).toEqual(['c:x>y:3/tcp']);
  });
});

describe('except', () => {
  it('refuses an exception to something that the base does not claim', () => {
    const exception = { workstation: { 'account-http:workstation>app9:80/tcp': REFUSED } };
    expect(() => except(SINGLE_TRUTH, exception)).toThrow('account-http:workstation>app9:80/tcp');
  });

  it('leaves the base as it was', () => {
    const id = 'account-http:workstation>app1:80/tcp';
    const changed = except(SINGLE_TRUTH, { workstation: { [id]: REFUSED } });
    expect(changed.workstation[id]).toBe(REFUSED);
    expect(SINGLE_TRUTH.workstation[id]).toBe(CONFIRMED);
  });
});
