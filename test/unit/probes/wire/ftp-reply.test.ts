/** FTP replies: whole ones, long ones, pieces of them, and what is none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureNames, quotedPath, takeFtpReply } from '../../../../src/probes/wire/ftp-reply.ts';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text));

/** Code and lines, or the kind of the parse. */
function read(text: string) {
  const parse = takeFtpReply(bytesOf(text));
  return parse.kind === 'reply' ? [parse.reply.code, ...parse.reply.lines] : parse.kind;
}

const FEATURES =
  '211-Features:\r\n EPSV\r\n211-not yet\r\n 226 a line that looks like a reply\r\n211 End\r\n';

describe('takeFtpReply', () => {
  it.each([
    ['a short reply', '220 ready\r\n', [220, 'ready']],
    ['a bare line feed', '220 ready\n', [220, 'ready']],
    ['a code without words', '226\r\n', [226, '']],
    [
      'a long reply',
      FEATURES,
      [211, 'Features:', ' EPSV', 'not yet', ' 226 a line that looks like a reply', 'End'],
    ],
    ['a long reply of one line and its end', '230-a\r\n230 b\r\n', [230, 'a', 'b']],
    ['a long reply whose end has no words', '230-a\r\n230\r\n', [230, 'a', '']],
    ['half a line', '220 rea', 'incomplete'],
    ['half a code', '22', 'incomplete'],
    ['nothing', '', 'incomplete'],
    ['a long reply without its end', '230-a\r\n229 b\r\n', 'incomplete'],
    ['SSH', 'SSH-2.0-OpenSSH_9.2\r\n', 'not-ftp'],
    ['HTTP', 'HTTP/1.1 400 Bad Request\r\n', 'not-ftp'],
    ['a code that does not exist', '720 no\r\n', 'not-ftp'],
    ['a code of four digits', '2200 no\r\n', 'not-ftp'],
  ])('reads %s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('reads words that are not UTF-8 as the Russian code page', () => {
    const bytes = new Uint8Array([...bytesOf('530 '), 0xcd, 0xe5, 0xf2, 0x0d, 0x0a]);
    const parse = takeFtpReply(bytes);
    expect(parse.kind === 'reply' && parse.reply.lines).toEqual(['Нет']);
  });

  it('waits at every byte of a split reply and then gives it and the rest', () => {
    const whole = bytesOf(`${FEATURES}200 next\r\n`);
    const length = FEATURES.length;
    for (let at = 0; at < length; at += 1) {
      expect(takeFtpReply(whole.subarray(0, at)).kind).toBe('incomplete');
    }
    for (let at = length; at <= whole.length; at += 1) {
      const parse = takeFtpReply(whole.subarray(0, at));
      expect(parse.kind === 'reply' && parse.reply.code).toBe(211);
      expect(parse.kind === 'reply' && parse.rest).toEqual(whole.subarray(length, at));
    }
  });

  it('never throws and never gives a code outside 100 to 699, whatever comes', () => {
    const likely = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc
        .array(fc.constantFrom('2', '20', '220', '-', ' ', '\r\n', '\n', '211-', '211 ', 'x', '\0'), {
          maxLength: 40,
        })
        .map((pieces) => bytesOf(pieces.join(''))),
    );
    fc.assert(
      fc.property(likely, (bytes) => {
        const parse = takeFtpReply(bytes);
        if (parse.kind !== 'reply') return;
        expect(parse.reply.code).toBeGreaterThanOrEqual(100);
        expect(parse.reply.code).toBeLessThan(700);
        expect(parse.rest.length).toBeLessThan(bytes.length);
      }),
    );
  });
});

describe('featureNames', () => {
  it('gives the lines between first and last, in capitals, and nothing for a refusal', () => {
    expect(featureNames({ code: 211, lines: ['Features:', ' epsv', ' AUTH TLS', '', 'End'] })).toEqual([
      'EPSV',
      'AUTH TLS',
    ]);
    expect(featureNames({ code: 500, lines: ['a', 'b', 'c'] })).toEqual([]);
  });
});

describe('quotedPath', () => {
  it.each([
    [257, '"/" is the current directory', '/'],
    [257, '"/a ""b""" is current', '/a "b"'],
    [257, 'no path at all', null],
    [550, '"/" no', null],
  ])('reads %i %s', (code, line, expected) => {
    expect(quotedPath({ code, lines: [line] })).toBe(expected);
  });
});
