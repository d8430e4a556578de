/** The catalogue that ships with the program says what the vendor's documentation says. */
import { describe, expect, it } from 'vitest';
import type { Requirement } from '../../../src/contract/catalogue.ts';
import { BUILT_IN_CATALOGUES, findCatalogue, parseCatalogue } from '../../../src/requirements/load.ts';
import { EXPECTED_REQUIREMENTS, VENDOR_ROWS } from './vendor-table.ts';

const catalogue = findCatalogue('printum-r12');
const requirements = catalogue?.requirements ?? [];

function inOneLine(requirement: Requirement): string {
  const { row, quotes, service, schemes, sendsBytes, flows } = requirement;
  const scheme = schemes.join() === 'single,distributed,ha' ? 'all' : schemes.join();
  const ways = flows.map(
    ({ from, to, servedBy, host, port, transport, callbackFrom, dataPorts }) =>
      `${from}>${to}${servedBy ? `(${servedBy})` : ''}${host ? `=${host}` : ''} ${port}/${transport}` +
      (callbackFrom ? ` back from ${callbackFrom}` : '') +
      (dataPorts ? ` data ${dataPorts.from}-${dataPorts.to}` : ''),
  );
  const rows = `[${quotes.map((quote) => quote.row).join()}]`;
  return `${row} ${rows} ${service} ${scheme}${sendsBytes ? '' : ' no-bytes'} | ${ways.join(', ')}`;
}

describe('the printum-r12 catalogue', () => {
  it('has every requirement with the rows, ports, directions and schemes of the vendor', () => {
    expect(Object.fromEntries(requirements.map((entry) => [entry.id, inOneLine(entry)]))).toEqual(
      EXPECTED_REQUIREMENTS,
    );
    expect(requirements).toHaveLength(26);
  });

  it.each(VENDOR_ROWS)('quotes row %i word for word wherever it is quoted', (row, ...cells) => {
    const quotes = requirements.flatMap((entry) => entry.quotes).filter((quote) => quote.row === row);
    expect(quotes.length).toBeGreaterThan(0);
    for (const { port, direction, protocol, text } of quotes) {
      expect([port, direction, protocol, text].filter((cell) => cell !== undefined)).toEqual(cells);
    }
  });

  it('quotes no row that the vendor does not have', () => {
    const known = VENDOR_ROWS.map(([row]) => row);
    for (const { quotes } of requirements) for (const { row } of quotes) expect(known).toContain(row);
  });

  it('names revision 12 with its dates', () => {
    expect(catalogue?.revision).toBe('12');
    expect(catalogue?.source).toMatchObject({ created: '2026-05-09', updated: '2026-06-04' });
  });

  it('has no id twice and no mark of a text that was left empty', () => {
    expect(new Set(requirements.map(({ id }) => id)).size).toBe(requirements.length);
    for (const { title, purpose, expects } of requirements) {
      for (const text of [title, purpose, expects]) {
        expect(text.en).not.toMatch(/[А-яЁё]/);
        expect(`${text.ru}${text.en}`).not.toMatch(/["]/);
      }
    }
  });
});

describe('what is looked at by hand', () => {
  const items = catalogue?.manual ?? [];

  it('has a title and a way to look in both languages, each id once', () => {
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    for (const { title, how } of items) {
      for (const text of [title, how]) {
        expect(text.en).not.toMatch(/[А-яЁё]/);
        expect(`${text.ru}${text.en}`).not.toMatch(/["]/);
      }
    }
  });

  it('completes only requirements that there are, in a scheme that has them', () => {
    for (const { id, completes, schemes } of items) {
      for (const name of completes) {
        const requirement = requirements.find((entry) => entry.id === name);
        for (const scheme of schemes) expect(requirement?.schemes, `${id}: ${name}`).toContain(scheme);
      }
    }
  });

  it('leaves no requirement of a device without a look at the device', () => {
    const completed = new Set(items.flatMap(({ completes }) => completes));
    const ofDevices = requirements.filter(({ flows }) =>
      flows.some(({ from, to }) => [from, to].includes('device')),
    );
    expect(ofDevices.filter(({ id }) => !completed.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

describe('findCatalogue', () => {
  it('finds a catalogue that was handed in, and nothing where there is none', () => {
    const [builtIn] = BUILT_IN_CATALOGUES;
    if (builtIn === undefined) throw new Error('no catalogue is built in');
    expect(findCatalogue('other', [{ ...builtIn, id: 'other' }])?.id).toBe('other');
    expect(findCatalogue('other')).toBeNull();
  });
});

describe('parseCatalogue', () => {
  it('reads a catalogue of the same schema and names what is wrong with another', () => {
    expect(parseCatalogue(JSON.stringify(catalogue), 'next.json', 'en').ok).toBe(true);
    const { manual: _, ...older } = catalogue ?? {};
    expect(parseCatalogue(JSON.stringify(older), 'older.json', 'en')).toMatchObject({
      value: { manual: [] },
    });
    const broken = { ...catalogue, requirements: [{ ...requirements[0], flows: [] }], extra: 1 };
    expect(parseCatalogue(JSON.stringify(broken), 'next.json', 'en')).toEqual({
      ok: false,
      problems: [
        'next.json: requirements[0].flows: is a list; must be: at least one element',
        'next.json: extra: unknown key; allowed: id, revision, source, requirements, manual',
      ],
    });
  });
});
