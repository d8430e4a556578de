/** Networks as people write them, and addresses joined into networks. */
import { describe, expect, it } from 'vitest';
import { joinNeighbours, networkText } from '../../../../src/report/request/ends.ts';

describe('networkText', () => {
  it.each([
    ['10.77.20.143/24', '10.77.20.0/24'],
    [' 10.77.20.143 ', '10.77.20.143'],
    ['10.77.20.143/32', '10.77.20.143'],
    ['2001:DB8:1::7/64', '2001:db8:1::/64'],
    ['2001:db8::10', '2001:db8::10'],
    ['any', null],
    ['', null],
    ['0.0.0.0', null],
    ['0.0.0.0/0', null],
    ['10.0.0.0/0', null],
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['128.0.0.0/1', null],
    ['2000::/3', null],
    ['::', null],
    ['::/0', null],
    ['2001:db8::/0', null],
    ['2001:db8::/129', null],
    ['2001:db8::/64/1', null],
    ['fe80::1%eth0', null],
    [':::', null],
    ['10.77.20.0/33', null],
    ['10.77.20', null],
    ['10.77.20.0/24; flush ruleset', null],
    ['printers.corp.example', null],
  ])('of «%s» is %s', (text, network) => {
    expect(networkText(text)).toBe(network);
  });
});

describe('joinNeighbours', () => {
  const hosts = (...numbers: readonly number[]) =>
    numbers.map((number) => ({ address: `10.77.20.${number}`, name: `mfu-${number}` }));
  const joined = (...numbers: readonly number[]) =>
    joinNeighbours(hosts(...numbers)).map(({ address }) => address.replace('10.77.20.', ''));

  it('makes a network of four and more neighbours that fill it', () => {
    expect(joined(4, 5, 6, 7)).toEqual(['4/30']);
    expect(joined(7, 6, 5, 4, 8)).toEqual(['4/30', '8']);
  });

  it('keeps fewer, and those that do not fill a network, one by one', () => {
    expect(joined(4, 5)).toEqual(['4', '5']);
    expect(joined(5, 6, 7, 8)).toEqual(['5', '6', '7', '8']);
  });

  it('names every member of a network, or the ends of a long list', () => {
    expect(joinNeighbours(hosts(4, 5, 6, 7))[0]?.name).toBe('mfu-4; mfu-5; mfu-6; mfu-7');
    const many = joinNeighbours(hosts(...Array.from({ length: 64 }, (_, index) => 64 + index)));
    expect(many).toEqual([{ address: '10.77.20.64/26', name: 'mfu-64 … mfu-127' }]);
  });

  it('takes an address once, and leaves names as they are', () => {
    expect(joined(4, 4)).toEqual(['4']);
    const name = { address: 'printer.corp.example', name: '' };
    expect(joinNeighbours([name, ...hosts(9)])).toEqual([...hosts(9), name]);
  });
});
