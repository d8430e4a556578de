import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createStandinHandlers } from '../../../electron/ipc/standin-handlers.ts';
import { createTrapDesk } from '../../../electron/trap-desk.ts';
import type { StandinProgress } from '../../../src/contract/bridge.ts';
import type { Site } from '../../../src/contract/site.ts';
import { BUILT_IN_CATALOGUES } from '../../../src/requirements/load.ts';
import { listenForTraps } from '../../../src/run/listen-for-traps.ts';
import { makeSite } from './documents.ts';
import { makeArchive } from './stand-ins.ts';
import { temporaryFolders } from './temporary-folder.ts';

const newFolder = temporaryFolders();

async function takenPort() {
  const socket = createSocket('udp4').bind(0, '0.0.0.0');
  await once(socket, 'listening');
  return {
    port: socket.address().port,
    free: async () => {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}

/** The handlers with the real engine, and a site whose traps come to `port`. */
async function open(port: number) {
  const archive = makeArchive(newFolder());
  const site: Site = makeSite({ portOverrides: { 'snmp-trap': port } });
  await archive.sites.save(site);
  const told: StandinProgress[] = [];
  const logged: unknown[] = [];
  let awake = 0;
  let last: (progress: StandinProgress) => void = () => {};
  const ended = new Promise<StandinProgress>((resolve) => {
    last = resolve;
  });
  let sawNoise: () => void = () => {};
  const noise = new Promise<void>((resolve) => {
    sawNoise = resolve;
  });
  const desk = createTrapDesk({
    listen: listenForTraps,
    tell: (progress) => {
      told.push(progress);
      if (progress.tally.unreadable > 0) sawNoise();
      if (progress.finished !== null || progress.error !== null) last(progress);
    },
    stayAwake: () => {
      awake += 1;
      return () => {
        awake -= 1;
      };
    },
    language: archive.language,
    newId: archive.newId,
    log: (error) => void logged.push(error),
  });
  const handlers = createStandinHandlers({
    ...archive,
    desk,
    catalogues: () => BUILT_IN_CATALOGUES,
    toolVersion: '0.1.0',
  });
  const start = (siteId = site.id) =>
    handlers['standin:start-traps']({ siteId, address: '127.0.0.1', seconds: 60 });
  return {
    site,
    desk,
    start,
    stop: () => handlers['standin:stop']({}),
    ended,
    noise,
    told,
    logged,
    awake: () => awake,
  };
}

describe('standin handlers', () => {
  it('listen once, keep the laptop awake, and report what came when they are stopped', async () => {
    const { port, free } = await takenPort();
    await free();
    const { start, stop, ended, awake, site } = await open(port);
    const { listeningId } = await start();
    expect(awake()).toBe(1);
    await expect(start()).rejects.toMatchObject({ code: 'busy' });
    expect(await stop()).toEqual({ stopped: true });
    expect(await ended).toMatchObject({
      listeningId,
      error: null,
      finished: { site: { id: site.id }, interrupted: true, listened: { addresses: ['127.0.0.1'], port } },
    });
    expect(awake()).toBe(0);
    expect(await stop()).toEqual({ stopped: false });
  });

  it('tell a few times a second what comes, however much it is', async () => {
    const { port, free } = await takenPort();
    await free();
    const { start, stop, ended, noise, told } = await open(port);
    await start();
    const socket = createSocket('udp4');
    for (let index = 0; index < 300; index += 1) {
      await new Promise((resolve) => socket.send('noise', port, '127.0.0.1', resolve));
    }
    socket.close();
    await noise;
    await stop();
    expect((await ended).tally.unreadable).toBeGreaterThan(0);
    expect(told.length).toBeLessThan(30);
  });

  it('say in words that the port is taken, and can listen once it is free', async () => {
    const { port, free } = await takenPort();
    const { start, desk, awake } = await open(port);
    await expect(start()).rejects.toMatchObject({
      code: 'listen',
      text: {
        ru: expect.stringContaining(`Порт ${port}/udp занят`),
        en: expect.stringContaining('is taken'),
      },
    });
    expect(awake()).toBe(0);
    await free();
    await start();
    await desk.close();
    expect(awake()).toBe(0);
  });

  it('know no site that is not there, and stay free for another', async () => {
    const { port, free } = await takenPort();
    await free();
    const { start, desk } = await open(port);
    await expect(start('0b7c2f4e-1d2a-4c3b-8e9f-0000000000ff')).rejects.toMatchObject({ code: 'not-found' });
    await start();
    await desk.close();
  });
});
