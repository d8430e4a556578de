/** Routing tables as captured from three operating systems. */
import { describe, expect, it } from 'vitest';
import {
  parseMacRoute,
  parseProcRoutes,
  parseWindowsRoutes,
} from '../../../../src/probes/wire/route-table.ts';

const PROC = `Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0
eth0\t00000000\t01090A0A\t0003\t0\t0\t100\t00000000\t0\t0\t0
tun0\t00000000\t00000000\t0001\t0\t0\t50\t00000000\t0\t0\t0
down0\t00000000\t02090A0A\t0002\t0\t0\t1\t00000000\t0\t0\t0
tun0\t00000000\t0100080A\t0003\t0\t0\t0\t00000080\t0\t0\t0
eth0\t00090A0A\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0
`;

const WINDOWS = `===========================================================================
Список интерфейсов
 14...00 15 5d 01 02 03 ......Microsoft Hyper-V Network Adapter
===========================================================================

IPv4 таблица маршрута
===========================================================================
Активные маршруты:
Сетевой адрес           Маска сети      Адрес шлюза       Интерфейс  Метрика
          0.0.0.0          0.0.0.0       10.77.10.1      10.77.10.2     25
          0.0.0.0          0.0.0.0         On-link      172.16.0.5     5
          0.0.0.0          0.0.0.0      192.168.1.1   192.168.1.40     35
===========================================================================
Постоянные маршруты:
  Сетевой адрес            Маска    Адрес шлюза      Метрика
          0.0.0.0          0.0.0.0       10.77.10.1       1
===========================================================================
`.replace(/\n/g, '\r\n');

const MAC = `   route to: default
destination: default
       mask: default
    gateway: 10.77.10.1
  interface: en0
      flags: <UP,GATEWAY,DONE,STATIC,PRCLONING,GLOBAL>
`;

describe('parseProcRoutes', () => {
  it('gives the default routes that are up and have a gateway', () => {
    expect(parseProcRoutes(PROC)).toEqual([
      { interface: 'wlan0', gateway: '192.168.1.1', metric: 600 },
      { interface: 'eth0', gateway: '10.10.9.1', metric: 100 },
    ]);
  });
});

describe('parseWindowsRoutes', () => {
  it('reads rows in any language and leaves out persistent and on-link ones', () => {
    expect(parseWindowsRoutes(WINDOWS)).toEqual([
      { interface: '10.77.10.2', gateway: '10.77.10.1', metric: 25 },
      { interface: '192.168.1.40', gateway: '192.168.1.1', metric: 35 },
    ]);
  });
});

describe('parseMacRoute', () => {
  it('reads gateway and interface', () => {
    expect(parseMacRoute(MAC)).toEqual([{ interface: 'en0', gateway: '10.77.10.1', metric: 0 }]);
  });

  it('gives none where the route leads through a link', () => {
    expect(parseMacRoute(MAC.replace('10.77.10.1', 'link#14'))).toEqual([]);
  });
});

it.each([parseProcRoutes, parseWindowsRoutes, parseMacRoute])(
  '%o gives none when the text is not a table',
  (parse) => {
    expect(parse('')).toEqual([]);
    expect(parse('route: not found\n\n\0')).toEqual([]);
  },
);
