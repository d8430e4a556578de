import { describe, expect, it } from 'vitest';
import {
  holderInLsof,
  nameInTasklist,
  pidsInNetstat,
  socketInodes,
} from '../../../src/standin/port-holder-parse.ts';

const PROC_NET_UDP = `   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
  364: 00000000:00A2 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 55321 2 0000000000000000 0
 1045: 0100007F:0143 00000000:0000 07 00000000:00000000 00:00000000 00000000   104        0 20481 2 0000000000000000 0
 1046: 0100007F:A200 00000000:0000 07 00000000:00000000 00:00000000 00000000   104        0 20482 2 0000000000000000 0
`;
const PROC_NET_UDP6 = `  sl  local_address                         remote_address                        st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
  364: 00000000000000000000000000000000:00A2 00000000000000000000000000000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 55322 2 0000000000000000 0
`;

describe('socketInodes', () => {
  it('finds the socket of the port in the tables of both families', () => {
    expect(socketInodes(PROC_NET_UDP, 162)).toEqual(['55321']);
    expect(socketInodes(PROC_NET_UDP6, 162)).toEqual(['55322']);
  });

  it('finds nothing when nobody has the port or the table cannot be read', () => {
    expect(socketInodes(PROC_NET_UDP, 161)).toEqual([]);
    expect(socketInodes('', 162)).toEqual([]);
  });
});

describe('pidsInNetstat', () => {
  const text = `\r
Активные подключения\r
\r
  Имя    Локальный адрес        Внешний адрес          Состояние       PID\r
  UDP    0.0.0.0:162            *:*                                    4242\r
  UDP    0.0.0.0:1620           *:*                                    77\r
  UDP    [::]:162               *:*                                    4242\r
`;

  it('reads the process of the port in any language of Windows', () => {
    expect(pidsInNetstat(text, 162)).toEqual([4242, 4242]);
    expect(pidsInNetstat(text, 62)).toEqual([]);
  });
});

describe('nameInTasklist', () => {
  it('reads the name of the process, whatever it holds', () => {
    expect(nameInTasklist('"snmptrap.exe","4242","Services","0","5 384 КБ"\r\n', 4242)).toBe('snmptrap.exe');
    expect(nameInTasklist('"My, Tool.exe","4242","Services","0","5,384 K"\r\n', 4242)).toBe('My, Tool.exe');
  });

  it('is null when there is no such process', () => {
    expect(
      nameInTasklist('INFO: No tasks are running which match the specified criteria.\r\n', 4242),
    ).toBeNull();
    expect(nameInTasklist('"snmptrap.exe","424","Services","0","5 384 КБ"\r\n', 4242)).toBeNull();
  });
});

describe('holderInLsof', () => {
  it('reads the first process and its own name', () => {
    expect(holderInLsof('p812\ncsnmptrapd\nf6\np900\ncother\nf3\n')).toEqual({ pid: 812, name: 'snmptrapd' });
    expect(holderInLsof('p812\nf6\np900\ncother\n')).toEqual({ pid: 812, name: null });
  });

  it('is null when nothing is shown', () => {
    expect(holderInLsof('')).toBeNull();
  });
});
