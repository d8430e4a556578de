import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRunJournals } from '../../../../electron/store/run-journals.ts';
import { createRunStore } from '../../../../electron/store/run-store.ts';
import { createSetAside } from '../../../../electron/store/set-aside.ts';
import type { CheckResult } from '../../../../src/contract/check.ts';
import { everyFlow } from '../../../../src/plan/plan.ts';
import { BUILT_IN_CATALOGUES } from '../../../../src/requirements/load.ts';
import { openRun } from '../../../../src/run/run-document.ts';
import { makeRun, makeSite } from '../documents.ts';
import { temporaryFolders } from '../temporary-folder.ts';

const folder = temporaryFolders();
const [catalogue] = BUILT_IN_CATALOGUES;
const site = makeSite({ snmp: { community: 'tayna' } });
const planned = everyFlow(site, catalogue!);

function open() {
  const userData = folder();
  const setAside = createSetAside(join(userData, 'set-aside'), () => new Date());
  const runs = createRunStore(userData, setAside);
  const journalsOf = () => createRunJournals({ userData, setAside, log: () => undefined });
  const place = makeRun(site).place;
  const runId = makeRun(site).id;
  const opening = openRun(
    {
      runId,
      site,
      catalogue: catalogue!,
      viewpoint: 'workstation',
      stage: 'after-install',
      indirect: false,
      localAddress: null,
      language: 'ru',
      toolVersion: '0.1.0',
    },
    { place, startedAt: '2026-11-22T06:00:00.000Z', planned },
  );
  const path = join(userData, 'runs', site.id, `${runId}.partial.jsonl`);
  return { userData, setAside, runs, journalsOf, opening, runId, path };
}

const answered = planned.slice(0, 2).map((check): CheckResult => {
  const { place: _place, action: _action, ...plan } = check;
  return {
    ...plan,
    portState: 'closed',
    serviceState: 'not-checked',
    verdict: 'fail',
    proof: 'direct',
    reason: { code: 'refused', message: 'Порт закрыт' },
    rttMs: 1,
    attempts: 1,
    durationMs: 20,
    startedAt: '2026-11-22T06:00:01.000Z',
    failure: { phase: 'connect', code: 'ECONNREFUSED', detail: '' },
    facts: {},
    trace: [],
  };
});

/** A program that wrote two answers and died. */
async function abandoned() {
  const world = open();
  const journal = await world.journalsOf().open(world.opening);
  for (const result of answered) journal.add({ kind: 'result', result });
  await journal.close();
  return world;
}

describe('run journals', () => {
  it('become interrupted runs that hold the answers, skip the rest, and end with the last answer', async () => {
    const { runs, journalsOf, runId, path } = await abandoned();
    await journalsOf().recover(runs);
    const run = await runs.find(site.id, runId);
    expect(run).toMatchObject({ interrupted: true, finishedAt: '2026-11-22T06:00:01.020Z' });
    expect(run?.checks.slice(0, 2)).toEqual(answered);
    expect(run?.checks).toHaveLength(planned.length);
    expect(run?.summary.fail).toBe(2);
    expect(existsSync(path)).toBe(false);
  });

  it('drop half a line at the end', async () => {
    const { runs, journalsOf, runId, path, setAside } = await abandoned();
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.slice(0, -30));
    await journalsOf().recover(runs);
    expect((await runs.find(site.id, runId))?.summary.fail).toBe(1);
    expect(setAside.list('ru')).toEqual([]);
  });

  it('give what can be read and are set aside with a name when a line in the middle is damaged', async () => {
    const { runs, journalsOf, runId, path, setAside } = await abandoned();
    appendFileSync(path, '{"kind":"res\n');
    await journalsOf().recover(runs);
    expect((await runs.find(site.id, runId))?.summary.fail).toBe(2);
    expect(setAside.list('ru')).toMatchObject([{ file: path, problem: expect.stringContaining('строк: 1') }]);
    expect(existsSync(path)).toBe(false);
  });

  it('are set aside, named and never overwritten when their head cannot be read', async () => {
    const { runs, journalsOf, path, setAside } = await abandoned();
    writeFileSync(path, `{"format":"printum\n`);
    await journalsOf().recover(runs);
    expect(setAside.list('ru')).toMatchObject([{ file: path, movedTo: expect.any(String) }]);
    expect(await runs.list(site.id)).toEqual([]);
  });

  it('of a run that had come to its end become that run and not an interrupted one', async () => {
    const { runs, journalsOf, runId, path } = await abandoned();
    appendFileSync(path, '{"kind":"end","interrupted":false,"finishedAt":"2026-11-22T06:01:00.000Z"}\n');
    await journalsOf().recover(runs);
    expect(await runs.find(site.id, runId)).toMatchObject({
      interrupted: false,
      finishedAt: '2026-11-22T06:01:00.000Z',
    });
  });

  it('are only removed when the document had been written already', async () => {
    const { runs, journalsOf, runId, path } = await abandoned();
    const saved = makeRun(site, { id: runId });
    await runs.save(saved);
    await journalsOf().recover(runs);
    expect(await runs.find(site.id, runId)).toEqual(saved);
    expect(existsSync(path)).toBe(false);
  });

  it('stay where they are when the document cannot be written', async () => {
    const { runs, journalsOf, path } = await abandoned();
    const full = async () => {
      throw new Error('ENOSPC');
    };
    await journalsOf().recover({ ...runs, save: full });
    expect(existsSync(path)).toBe(true);
  });

  it('are left alone while their run goes on, and hide the community', async () => {
    const { runs, journalsOf, opening, userData } = open();
    const journals = journalsOf();
    const journal = await journals.open(opening);
    await journals.recover(runs);
    expect(await runs.list(site.id)).toEqual([]);
    const [name] = readdirSync(join(userData, 'runs', site.id));
    expect(readFileSync(join(userData, 'runs', site.id, name ?? ''), 'utf8')).not.toContain('tayna');
    await journal.remove();
    expect(readdirSync(join(userData, 'runs', site.id))).toEqual([]);
  });
});
