import { describe, expect, it } from 'vitest';
import { listenProblemText } from '../../../src/contract/trap-texts.ts';
import { explainListenError } from '../../../src/run/listen-problem.ts';

const PLACE = { address: null, port: 162 };

async function explained(
  code: string,
  holder: { pid: number; name: string | null } | null,
  platform: NodeJS.Platform,
) {
  const error = Object.assign(new Error(code), { code });
  const problem = await explainListenError(error, PLACE, async () => holder, platform);
  return { code: problem.code, text: listenProblemText(problem.code, problem.params, 'ru') };
}

describe('explainListenError', () => {
  it('names the program that holds the port, where the system tells', async () => {
    const named = await explained('EADDRINUSE', { pid: 812, name: 'snmptrapd' }, 'linux');
    expect(named.text.message).toBe('Порт 162/udp занят: snmptrapd (PID 812)');
    const numbered = await explained('EADDRINUSE', { pid: 812, name: null }, 'win32');
    expect(numbered.text.message).toBe('Порт 162/udp занят: PID 812');
    expect((await explained('EADDRINUSE', null, 'linux')).code).toBe('port-taken');
  });

  it.each([
    ['EACCES', 'linux', 'no-privilege-linux'],
    ['EPERM', 'darwin', 'no-privilege-darwin'],
    ['EACCES', 'win32', 'no-privilege'],
    ['EADDRNOTAVAIL', 'linux', 'no-address'],
    ['ENOBUFS', 'linux', 'system-refused'],
  ] as const)('has words and a remedy for %s on %s', async (errno, platform, expected) => {
    const { code, text } = await explained(errno, null, platform);
    expect(code).toBe(expected);
    expect(text.remedy).not.toBe('');
    expect(`${text.message} ${text.remedy}`).not.toContain('{');
  });

  it('gives the command for the very port on Linux', async () => {
    const { text } = await explained('EACCES', null, 'linux');
    expect(text.remedy).toContain('ip_unprivileged_port_start=162');
  });
});
