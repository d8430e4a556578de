/** SNMP facts as names and values, in both languages. */
import { describe, expect, it } from 'vitest';
import { describeSnmpDetails } from '../../../src/contract/details-snmp.ts';
import type { SnmpFacts, SnmpTrapFacts } from '../../../src/contract/facts-snmp.ts';

const LOOK: SnmpFacts = {
  address: '10.77.20.21',
  localAddress: '10.77.30.10',
  versions: [
    { version: 'v1', outcome: 'silent', detail: null, asked: 2, rttMs: null },
    { version: 'v2c', outcome: 'answered', detail: null, asked: 1, rttMs: 3.456 },
  ],
  v3: null,
  strangers: [],
  refusalVisible: true,
  device: {
    description: 'Lab MFP; firmware 1',
    objectId: null,
    name: 'mfu-201',
    model: 'Lab MFP 200',
    printerName: null,
    serialNumber: 'LAB1',
    pageCount: 12345,
    printerState: 'idle',
    deviceState: null,
  },
};
const TRAP: SnmpTrapFacts = {
  address: '10.77.30.10',
  localAddress: '10.77.20.2',
  sent: ['v1-trap', 'v2c-trap', 'inform'],
  acknowledged: false,
  oddity: null,
  asked: 2,
  refusalVisible: true,
};

const lines = (service: 'snmp' | 'snmp-trap', facts: SnmpFacts | SnmpTrapFacts, language: 'ru' | 'en') =>
  describeSnmpDetails({ service, facts: { ...facts } }, language).map(
    ({ name, value }) => `${name}: ${value}`,
  );

describe('describeSnmpDetails', () => {
  it('tells each version and what the device says of itself, and leaves out what it does not have', () => {
    expect(lines('snmp', LOOK, 'ru')).toEqual([
      'SNMP v1: молчит, запросов: 2',
      'SNMP v2c: ответил за 3,5 мс',
      'Модель: Lab MFP 200',
      'Имя в сети: mfu-201',
      'Серийный номер: LAB1',
      'Счётчик страниц: 12\u00a0345',
      'Состояние печати: готов',
      'Описание: Lab MFP; firmware 1',
    ]);
  });

  it('tells what hides behind silence', () => {
    const hidden: SnmpFacts = {
      ...LOOK,
      device: null,
      versions: [
        { version: 'v1', outcome: 'unreadable', detail: 'hello', asked: 2, rttMs: null },
        { version: 'v2c', outcome: 'refused', detail: 'NoAccess', asked: 1, rttMs: 1 },
      ],
      v3: { answered: true, engineId: '80001f88' },
      strangers: [{ address: '10.77.20.99', port: 161 }],
    };
    expect(lines('snmp', hidden, 'en')).toEqual([
      'SNMP v1: unreadable reply: hello',
      'SNMP v2c: community refused: NoAccess',
      'SNMP v3: answers, engine 80001f88',
      'Reply from another address: 10.77.20.99, 161',
    ]);
  });

  it('tells what was sent and whether it was acknowledged', () => {
    expect(lines('snmp-trap', TRAP, 'ru')).toEqual([
      'Отправлено: ловушка v1, ловушка v2c, inform × 2',
      'Подтверждение: нет',
    ]);
    expect(lines('snmp-trap', { ...TRAP, acknowledged: true }, 'en').at(-1)).toBe('Acknowledgement: yes');
  });

  it('has nothing to tell of another probe', () => {
    expect(describeSnmpDetails({ service: 'http', facts: {} }, 'ru')).toEqual([]);
  });
});
