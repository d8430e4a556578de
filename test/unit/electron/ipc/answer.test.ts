import { describe, expect, it } from 'vitest';
import { BridgeFailure } from '../../../../electron/failure.ts';
import { answerAll } from '../../../../electron/ipc/answer.ts';
import type { Handlers } from '../../../../electron/ipc/handlers.ts';
import { CHANNELS } from '../../../../src/contract/channels.ts';
import type { Language } from '../../../../src/contract/words.ts';

interface TestEvent {
  readonly from: 'window' | 'stranger';
}

const ID = '0b7c1f7e-6f7e-4a3c-9a53-0f3f0f3f0f3f';

/** A registrar that keeps the listeners, and a way to call them as the window would. */
function open(overrides: Partial<Record<keyof Handlers, (argument: never) => Promise<unknown>>> = {}) {
  const listeners = new Map<string, (event: TestEvent, ...values: unknown[]) => Promise<unknown>>();
  const logged: unknown[] = [];
  let language: Language = 'ru';
  const reached: string[] = [];
  const handlers = Object.fromEntries(
    Object.keys(CHANNELS).map((channel) => [
      channel,
      async (argument: never) => {
        reached.push(channel);
        return overrides[channel as keyof Handlers]?.(argument);
      },
    ]),
  ) as unknown as Handlers;
  answerAll<TestEvent>({ handle: (channel, listener) => void listeners.set(channel, listener) }, handlers, {
    isOurs: ({ from }) => from === 'window',
    language: () => language,
    log: (_channel, error) => void logged.push(error),
  });
  return {
    listeners,
    logged,
    reached,
    speak: (next: Language) => {
      language = next;
    },
    invoke: (channel: string, argument: unknown, from: TestEvent['from'] = 'window') =>
      listeners.get(channel)?.({ from }, argument),
  };
}

describe('answerAll', () => {
  it('listens on every channel of the contract and on no other', () => {
    expect([...open().listeners.keys()].sort()).toEqual(Object.keys(CHANNELS).sort());
  });

  it('answers with the value when all is well', async () => {
    const { invoke } = open({ 'sites:delete': async () => ({ id: ID }) });
    expect(await invoke('sites:delete', { id: ID })).toEqual({ ok: true, value: { id: ID } });
  });

  it('answers null, never undefined, when a handler gives nothing', async () => {
    expect(await open().invoke('sites:import', {})).toEqual({ ok: true, value: null });
  });

  it('hands a change of one setting on without filling in the others', async () => {
    const seen: unknown[] = [];
    const { invoke } = open({
      'settings:save': async (argument) => {
        seen.push(argument);
      },
    });
    await invoke('settings:save', { settings: { company: 'ООО «Сервис-Партнёр»' } });
    expect(seen).toEqual([{ settings: { company: 'ООО «Сервис-Партнёр»' } }]);
  });

  it('reaches no handler when the sender is not the window', async () => {
    const { invoke, reached } = open();
    expect(await invoke('sites:list', {}, 'stranger')).toMatchObject({
      ok: false,
      error: { code: 'invalid-argument' },
    });
    expect(reached).toEqual([]);
  });

  it.each([
    ['no argument', 'sites:list', undefined],
    ['an unknown key', 'sites:list', { path: '/etc/passwd' }],
    ['an id that is no UUID', 'sites:get', { id: '../../settings' }],
    [
      'a run of nothing',
      'report:preview',
      { paper: { kind: 'runs', siteId: ID, runIds: [] }, language: 'ru' },
    ],
  ])('reaches no handler when the argument has %s', async (_what, channel, argument) => {
    const { invoke, reached } = open();
    expect(await invoke(channel, argument)).toMatchObject({ ok: false, error: { code: 'invalid-argument' } });
    expect(reached).toEqual([]);
  });

  it('tells a failure in the language of the settings', async () => {
    const { invoke, speak } = open({
      'sites:list': async () => {
        throw new BridgeFailure('storage', { ru: 'Диск полон.', en: 'The disk is full.' });
      },
    });
    expect(await invoke('sites:list', {})).toEqual({
      ok: false,
      error: { code: 'storage', message: 'Диск полон.' },
    });
    speak('en');
    expect(await invoke('sites:list', {})).toMatchObject({ error: { message: 'The disk is full.' } });
  });

  it('hides the details and logs them when a handler breaks', async () => {
    const fault = new TypeError("Cannot read properties of undefined (reading 'secret')");
    const { invoke, logged } = open({
      'sites:list': async () => {
        throw fault;
      },
    });
    const reply = await invoke('sites:list', {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toMatch(/secret|TypeError|\.ts/);
    expect(logged).toEqual([fault]);
  });
});
