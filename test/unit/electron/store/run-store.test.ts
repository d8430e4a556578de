import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRunMemory, createRunStore } from '../../../../electron/store/run-store.ts';
import { createSetAside } from '../../../../electron/store/set-aside.ts';
import { makeRun, makeSite } from '../documents.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();
const site = makeSite();

function open(userData = folder()) {
  const setAside = createSetAside(join(userData, 'set-aside'), () => new Date());
  return { userData, setAside, runs: createRunStore(userData, setAside) };
}

describe('run store', () => {
  it('lists summaries newest first and gives the whole document when asked for one', async () => {
    const { userData, runs } = open();
    const older = makeRun(site, { finishedAt: '2026-11-21T06:00:00.000Z' });
    const newer = makeRun(site, { finishedAt: '2026-11-22T06:00:00.000Z', viewpoint: 'device' });
    await runs.save(older);
    await runs.save(newer);
    const again = open(userData).runs;
    expect((await again.list(site.id)).map(({ id }) => id)).toEqual([newer.id, older.id]);
    expect(await again.find(site.id, older.id)).toEqual(older);
    expect(await again.find(makeSite().id, older.id)).toBeNull();
  });

  it('never changes a finished run when another one with its id is saved', async () => {
    const { runs } = open();
    const run = makeRun(site);
    await runs.save(run);
    await expect(runs.save({ ...run, interrupted: true })).rejects.toMatchObject({ code: 'storage' });
    expect((await runs.find(site.id, run.id))?.interrupted).toBe(false);
  });

  it('reads a file again only when it has changed', async () => {
    const { userData, runs } = open();
    const run = makeRun(site);
    await runs.save(run);
    await runs.list(site.id);
    const path = join(userData, 'runs', site.id, `${run.id}.run.json`);
    const text = readFileSync(path, 'utf8');
    const time = new Date('2026-11-22T06:00:00.000Z');
    utimesSync(path, time, time);
    await runs.list(site.id);
    writeFileSync(path, text.replace('"viewpoint": "workstation"', '"viewpoint": "work-station"'));
    const damaged = readFileSync(path, 'utf8');
    writeFileSync(path, damaged.slice(0, text.length));
    utimesSync(path, time, time);
    expect(await runs.list(site.id)).toHaveLength(1);
    utimesSync(path, time, new Date());
    expect(await runs.list(site.id)).toHaveLength(0);
  });

  it('sets a damaged run aside and lists the others', async () => {
    const { userData, setAside, runs } = open();
    const run = makeRun(site);
    await runs.save(run);
    mkdirSync(join(userData, 'runs', site.id), { recursive: true });
    writeFileSync(join(userData, 'runs', site.id, `${makeRun(site).id}.run.json`), '{}');
    expect((await runs.list(site.id)).map(({ id }) => id)).toEqual([run.id]);
    expect(setAside.list('en')).toMatchObject([{ problem: 'It is not a "printum-sitecheck/run" document.' }]);
  });
});

describe('run store on a disk that takes nothing', () => {
  it('keeps the run for paper and export, and writes it when the disk takes it again', async () => {
    const { userData, runs } = open();
    const run = makeRun(site);
    mkdirSync(join(userData, 'runs'), { recursive: true });
    const obstacle = join(userData, 'runs', site.id);
    writeFileSync(obstacle, '');
    await expect(runs.save(run)).rejects.toMatchObject({ code: 'storage' });
    expect(await runs.find(site.id, run.id)).toEqual(run);
    await expect(runs.list(site.id)).rejects.toMatchObject({ code: 'storage' });
    rmSync(obstacle);
    expect((await runs.list(site.id)).map(({ id }) => id)).toEqual([run.id]);
    expect(await open(userData).runs.find(site.id, run.id)).toEqual(run);
  });
});

describe('run memory', () => {
  it('keeps the runs of the demo apart by site', async () => {
    const memory = createRunMemory();
    const run = makeRun(site);
    await memory.save(run);
    expect(await memory.find(site.id, run.id)).toBe(run);
    expect(await memory.find(makeSite().id, run.id)).toBeNull();
    expect(await memory.list(site.id)).toHaveLength(1);
  });
});
