import { describe, expect, it } from 'vitest';
import { portText } from '../../../src/contract/port-text.ts';

describe('portText', () => {
  it.each([
    ['8080/tcp', { port: 8080, transport: 'tcp' }],
    ['162/udp', { port: 162, transport: 'udp' }],
    ['21, 20/tcp', { port: 21, transport: 'tcp', callbackFrom: 20 }],
    ['21, 30000–30199', { port: 21, transport: 'tcp', dataPorts: { from: 30_000, to: 30_199 } }],
  ] as const)('writes %s as the vendor does', (text, check) => {
    expect(portText(check)).toBe(text);
  });
});
