import { describe, expect, it } from 'vitest';
import { parseArpCommand, parseProcArp } from '../../../../src/probes/wire/neighbour-table.ts';

describe('parseProcArp', () => {
  it('takes complete entries and leaves out those nobody answered for', () => {
    const text = [
      'IP address       HW type     Flags       HW address            Mask     Device',
      '10.77.10.1       0x1         0x2         02:FC:00:00:00:05     *        eth0',
      '10.77.10.9       0x1         0x0         00:00:00:00:00:00     *        eth0',
      '',
    ].join('\n');
    expect(parseProcArp(text)).toEqual([{ address: '10.77.10.1', mac: '02:fc:00:00:00:05' }]);
  });
});

describe('parseArpCommand', () => {
  it('reads the table of a Russian Windows', () => {
    const text = [
      '',
      'Интерфейс: 10.77.10.57 --- 0xb',
      '  адрес в Интернете      Физический адрес      Тип',
      '  10.77.10.1            c0-56-27-0A-bb-cc     динамический',
      '  10.77.10.255          ff-ff-ff-ff-ff-ff     статический',
      '',
    ].join('\r\n');
    expect(parseArpCommand(text)).toEqual([{ address: '10.77.10.1', mac: 'c0:56:27:0a:bb:cc' }]);
  });

  it('reads the table of macOS, which leaves out leading zeros', () => {
    const text = [
      'gateway.corp (10.77.10.1) at c0:56:27:a:b:cc on en0 ifscope [ethernet]',
      '? (10.77.10.9) at (incomplete) on en0 ifscope [ethernet]',
    ].join('\n');
    expect(parseArpCommand(text)).toEqual([{ address: '10.77.10.1', mac: 'c0:56:27:0a:0b:cc' }]);
  });
});
