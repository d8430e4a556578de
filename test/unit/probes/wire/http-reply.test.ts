/** HTTP reply heads: whole, in pieces, and from peers that mean no good. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HttpHeadParse, joinChunks, parseHttpHead } from '../../../../src/probes/wire/http-reply.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const REPLY = 'HTTP/1.1 301 Moved Permanently\r\nServer: nginx\r\nLocation:  https://a/ \r\n\r\nbody';
const BODY_START = REPLY.indexOf('body');

function headOf(parse: HttpHeadParse) {
  if (parse.kind !== 'head') throw new Error(`not a head: ${parse.kind}`);
  return parse.head;
}

describe('parseHttpHead', () => {
  it('reads status, version, reason and fields when the head is whole', () => {
    const head = headOf(parseHttpHead(bytes(REPLY)));
    expect(head).toMatchObject({ version: '1.1', status: 301, statusText: 'Moved Permanently' });
    expect([...head.headers]).toEqual([
      ['server', 'nginx'],
      ['location', 'https://a/'],
    ]);
    expect(head.bodyStart).toBe(BODY_START);
  });

  it('is incomplete at every byte before the empty line, with the status once its line is whole', () => {
    const statusEnd = REPLY.indexOf('\n') + 1;
    for (let length = 0; length < BODY_START; length += 1) {
      const parse = parseHttpHead(bytes(REPLY.slice(0, length)));
      expect(parse.kind, `after ${length} bytes`).toBe('incomplete');
      const status = parse.kind === 'incomplete' ? (parse.head?.status ?? null) : null;
      expect(status, `after ${length} bytes`).toBe(length < statusEnd ? null : 301);
    }
  });

  it('accepts bare line feeds, no reason phrase and HTTP/1.0 from small devices', () => {
    const head = headOf(parseHttpHead(bytes('HTTP/1.0 200\nServer: x\n\n')));
    expect(head).toMatchObject({ version: '1.0', status: 200, statusText: '' });
    expect(head.headers.get('server')).toBe('x');
  });

  it('passes over interim replies and stays incomplete until the final one', () => {
    const interim = 'HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n';
    expect(parseHttpHead(bytes(interim)).kind).toBe('incomplete');
    expect(headOf(parseHttpHead(bytes(`${interim}HTTP/1.1 204 No Content\r\n\r\n`))).status).toBe(204);
  });

  it('keeps the first of a repeated field and skips lines without a name', () => {
    const head = headOf(parseHttpHead(bytes('HTTP/1.1 200 OK\r\nA: 1\r\na: 2\r\n: 3\r\nnonsense\r\n\r\n')));
    expect([...head.headers]).toEqual([['a', '1']]);
  });

  it.each([
    'SSH-2.0-OpenSSH_9.2\r\n',
    '220 ready\r\n',
    'HTTX',
    'HTTP/1.1 99 Low\r\n',
    'HTTP/1.1 20 Short\r\n',
    'HTTP/1.1  200 OK\r\n',
    'HTTP/11.1 200 OK\r\n',
    'HTTP/1.1 200OK\r\n',
    '\x15\x03\x01\x00\x02\x02\x46',
  ])('says that %j is not HTTP', (text) => {
    expect(parseHttpHead(bytes(text)).kind).toBe('not-http');
  });

  it('keeps at most 200 fields of a peer that sends thousands', () => {
    const many = Array.from({ length: 5000 }, (_, index) => `h${index}: x\r\n`).join('');
    expect(headOf(parseHttpHead(bytes(`HTTP/1.1 200 OK\r\n${many}\r\n`))).headers.size).toBe(200);
  });

  it('never throws and never invents a status, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (random, likeHttp) => {
        const input = likeHttp ? Buffer.concat([bytes('HTTP/1.1 200 OK\r\n'), random]) : random;
        const parse = parseHttpHead(input);
        if (parse.kind === 'head') {
          expect(parse.head.status).toBeGreaterThanOrEqual(100);
          expect(parse.head.bodyStart).toBeLessThanOrEqual(input.length);
        }
      }),
    );
  });
});

describe('joinChunks', () => {
  const CHUNKED = '4\r\nWiki\r\n6;x=y\r\npedia \r\n0\r\n\r\n';

  it('joins chunks and leaves their extensions out', () => {
    expect(Buffer.from(joinChunks(bytes(CHUNKED))).toString()).toBe('Wikipedia ');
  });

  it('gives a prefix of the text when the bytes end anywhere', () => {
    for (let length = 0; length <= CHUNKED.length; length += 1) {
      const text = Buffer.from(joinChunks(bytes(CHUNKED.slice(0, length)))).toString();
      expect('Wikipedia '.startsWith(text)).toBe(true);
    }
  });

  it('stops at a size that is not one, and never returns more than it was given', () => {
    expect(joinChunks(bytes('-4\r\nWiki')).length).toBe(0);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (random) => {
        expect(joinChunks(random).length).toBeLessThanOrEqual(random.length);
        expect(joinChunks(Buffer.concat([bytes('ff\r\n'), random])).length).toBeLessThanOrEqual(
          random.length,
        );
      }),
    );
  });
});
