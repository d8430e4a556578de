import { describe, expect, it } from 'vitest';
import { resultsCsv } from '../../../src/report/csv.ts';
import { deviceRun, romashka, serverRun, workstationRun } from '../../fixtures/romashka.ts';

/** Fields of RFC 4180 text. */
function parse(csv: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let index = 0; index < csv.length; index += 1) {
    const character = csv[index];
    if (quoted) {
      if (character !== '"') field += character;
      else if (csv[index + 1] === '"') {
        field += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === separator) {
      row.push(field);
      field = '';
    } else if (character === '\r' && csv[index + 1] === '\n') {
      rows.push([...row, field]);
      row = [];
      field = '';
      index += 1;
    } else field += character;
  }
  return rows;
}

describe('resultsCsv', () => {
  it('begins with a byte order mark, ends every line with CRLF and separates by language', () => {
    const runs = [workstationRun({ site: romashka(2) })];
    const russian = resultsCsv({ runs, language: 'ru' });
    expect(russian.startsWith('\uFEFFКод требования;№;Требование;')).toBe(true);
    expect(russian.endsWith('\r\n')).toBe(true);
    expect(russian.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(resultsCsv({ runs, language: 'en' }).startsWith('\uFEFFRequirement id,No.,Requirement,')).toBe(
      true,
    );
  });

  it.each([
    ['ru', ';'],
    ['en', ','],
  ] as const)(
    'has one line of equal length for each check when the language is %s',
    (language, separator) => {
      const site = romashka(40);
      const runs = [
        workstationRun({ site, language }),
        deviceRun({ site, language }),
        serverRun({ site, language }),
      ];
      const [head, ...lines] = parse(resultsCsv({ runs, language }).slice(1), separator);
      expect(lines).toHaveLength(runs[0]?.checks.length ?? 0);
      for (const line of lines) expect(line).toHaveLength(head?.length ?? 0);
    },
  );

  it('holds both stages, each line with its stage and place', () => {
    const site = romashka(1);
    const after = workstationRun({ site });
    const before = { ...deviceRun({ site }), stage: 'before-install' } as const;
    const [head, ...lines] = parse(resultsCsv({ runs: [after, before], language: 'ru' }).slice(1), ';');
    expect(head?.slice(-2)).toEqual(['Этап', 'Точка']);
    expect(lines).toHaveLength(after.checks.length + before.checks.length);
    const places = new Set(lines.map((line) => line.slice(-2).join(' / ')));
    expect([...places]).toEqual(['До установки / Розетка МФУ', 'После установки / Розетка АРМ']);
  });

  it('refuses runs of different sites, also where their stages differ', () => {
    const other = romashka(1, { id: '0b7c2f4e-0000-4000-8000-000000000002' });
    const before = { ...deviceRun({ site: other }), stage: 'before-install' } as const;
    expect(() =>
      resultsCsv({ runs: [workstationRun({ site: romashka(1) }), before], language: 'ru' }),
    ).toThrow(RangeError);
  });

  it('tells what was seen, why and what to do in the words of the screen', () => {
    const csv = resultsCsv({ runs: [deviceRun({ site: romashka(1) })], language: 'ru' });
    const line = parse(csv.slice(1), ';').find(
      (fields) => fields[0] === 'printmanager-https' && fields[3] === 'МФУ',
    );
    expect(line?.slice(0, 15)).toEqual([
      'printmanager-https',
      '8',
      'ПринтМенеджер, HTTPS',
      'МФУ',
      'ПринтМенеджер',
      'prn-app01.corp.example',
      '10.77.30.10',
      '8080',
      '',
      'tcp',
      'Не пройдено',
      'напрямую',
      'filtered',
      'not-checked',
      'фильтруется, тишина',
    ]);
    expect(line?.[16]).toBe('Разрешить МФУ → 10.77.30.10, tcp 8080');
  });

  it('names a device by its own name when a server has the same id', () => {
    const site = romashka(0, { devices: [{ id: 'app1', name: 'МФУ, 2 этаж', host: '10.77.20.21' }] });
    const lines = parse(resultsCsv({ runs: [serverRun({ site })], language: 'ru' }).slice(1), ';');
    const named = (host: string) => new Set(lines.filter((line) => line[6] === host).map((line) => line[5]));
    expect(named('10.77.20.21')).toEqual(new Set(['МФУ, 2 этаж']));
    expect(named('10.77.30.10')).toEqual(new Set(['prn-app01.corp.example']));
  });

  it('writes decimals as the language does', () => {
    const runs = [workstationRun({ site: romashka(1) })];
    expect(parse(resultsCsv({ runs, language: 'ru' }).slice(1), ';')[1]?.[17]).toBe('1,82');
    expect(parse(resultsCsv({ runs, language: 'en' }).slice(1), ',')[1]?.[17]).toBe('1.82');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\u200B=1', '=HYPERLINK("http://x";"y")'])(
    'disarms a name that a spreadsheet would run: %j',
    (name) => {
      const site = romashka(1, {
        servers: [{ id: 'app1', name, host: '10.77.30.10', roles: ['personalAccount', 'printManager'] }],
      });
      const lines = parse(resultsCsv({ runs: [workstationRun({ site })], language: 'ru' }).slice(1), ';');
      const names = lines.slice(1).map((line) => line[5] ?? '');
      expect(names.some((cell) => cell.startsWith("'"))).toBe(true);
      for (const cell of lines.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    },
  );

  it('quotes separators, quotes and keeps them inside one field', () => {
    const name = 'a;b,"c"';
    const site = romashka(0, {
      servers: [{ id: 'app1', name, host: '10.77.30.10', roles: ['personalAccount'] }],
    });
    for (const [language, separator] of [
      ['ru', ';'],
      ['en', ','],
    ] as const) {
      const lines = parse(resultsCsv({ runs: [workstationRun({ site })], language }).slice(1), separator);
      expect(lines[1]?.[5]).toBe(name);
    }
  });
});
