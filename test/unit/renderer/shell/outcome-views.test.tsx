import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LeftView, ResultView } from '../../../../renderer/shell/outcome-views.tsx';
import { createStores } from '../../../../renderer/stores.ts';
import type { Answers, RunSummary } from '../../../../src/contract/bridge.ts';
import type { Run } from '../../../../src/contract/run.ts';
import { deviceRun, romashka, workstationRun } from '../../../fixtures/romashka.ts';
import { CATALOGUE } from '../../../support/make-run.ts';
import { makeVisit } from '../coverage-of-visit.ts';
import { fakeBridge, ok, SETTINGS } from '../fake-bridge.ts';
import { renderPart } from '../render-part.tsx';

const site = romashka(3);
const RUNS = [workstationRun({ site }), deviceRun({ site })];

afterEach(() => vi.restoreAllMocks());

function summaryOf({ id, viewpoint, stage, finishedAt, interrupted, summary }: Run): RunSummary {
  return { id, siteId: site.id, viewpoint, stage, finishedAt, interrupted, summary };
}

async function open(View: typeof LeftView, runs: readonly Run[] = RUNS) {
  const bridge = fakeBridge({
    getSite: () => ok(site),
    listRuns: () => ok({ runs: runs.map(summaryOf), unreadable: [] }),
    listVisits: () => ok({ visits: [makeVisit(site, { runIds: runs.map(({ id }) => id) })], unreadable: [] }),
    saveVisit: ({ visit }) => ok(visit),
    getRun: ({ runId }) => ok(runs.find(({ id }) => id === runId) ?? (RUNS[0] as Run)),
  });
  const start: Answers['app:bootstrap'] = {
    version: '0.1.0',
    platform: 'linux',
    settings: { ...SETTINGS, engineer: 'П. А. Орлов' },
    catalogues: [CATALOGUE],
    openSiteId: null,
    openProblems: [],
    addedCatalogues: [],
    logFile: '',
  };
  const stores = createStores(bridge, start);
  await stores.visit.getState().open(site.id);
  const go = vi.fn();
  renderPart(<View stores={stores} siteId={site.id} catalogue={CATALOGUE} go={go} />);
  return { stores, go };
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

// Roles are computed over the whole simulated page, which is slow on a busy machine.
describe('what is left and the result, on the runs of a visit', { timeout: 60_000 }, () => {
  it('lead to the first viewpoint while nothing was run', async () => {
    const { go } = await open(LeftView, []);
    expect(screen.getByRole('heading', { level: 1, name: 'Пока ничего не проверено' })).toBeTruthy();
    press('Выбрать точку');
    expect(go).toHaveBeenCalledWith('where');
  });

  it('take the laptop to the place that was chosen', async () => {
    const { stores, go } = await open(LeftView);
    await screen.findByRole('grid');
    press('Я подключаюсь к серверам');
    expect(stores.visit.getState().visit?.viewpoint).toBe('server');
    expect(go).toHaveBeenCalledWith('where');
  });

  it('put a waiver into the visit, and the square follows', async () => {
    const { stores } = await open(LeftView);
    await screen.findByRole('grid');
    fireEvent.click(screen.getByRole('gridcell', { name: /Мониторинг, HTTPS 8001, .*: не пройдено$/ }));
    press('Снять…');
    fireEvent.change(screen.getByRole('textbox', { name: /Причина/ }), { target: { value: 'не нужен' } });
    press('Снять');
    expect(stores.visit.getState().visit?.waivers).toMatchObject([
      { requirement: 'monitoring-https', targetId: 'app1', reason: 'не нужен', by: 'П. А. Орлов' },
    ]);
    expect(await screen.findByRole('region', { name: 'Снято: 1' })).toBeTruthy();
  });

  it('open the run that saw a cause, narrowed to its checks', async () => {
    const { stores, go } = await open(ResultView);
    await screen.findByRole('heading', { level: 1, name: 'Не готово' });
    press('Таблицей');
    press(/Показать: Сеть МФУ – prn-app01: не пройдено, 8080/);
    const flows = screen.getByRole('region', { name: 'Сеть МФУ – prn-app01' });
    fireEvent.click(within(flows).getByRole('button', { name: 'К проверкам' }));
    expect(go).toHaveBeenCalledWith('checks');
    await waitFor(() => expect(stores.results.getState().run?.viewpoint).toBe('device'));
    await waitFor(() =>
      expect([...(stores.results.getState().narrowing.only ?? [])]).toEqual([
        'printmanager-https:device>app1:8080/tcp',
      ]),
    );
  });

  it('close the visit by the signature of the engineer', async () => {
    const { stores } = await open(ResultView);
    await screen.findByRole('heading', { level: 1, name: 'Не готово' });
    press('Подписать');
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Подписать' }));
    const { visit } = stores.visit.getState();
    expect(visit?.closedAt).not.toBeNull();
    expect(visit?.signatures.engineer).toMatchObject({ name: 'П. А. Орлов', at: visit?.closedAt });
    expect(screen.queryByRole('button', { name: 'Повторить непройденное' })).toBeNull();
  });

  it('lead from the result to the paper that was asked for', async () => {
    const { stores } = await open(ResultView);
    await screen.findByRole('heading', { level: 1, name: 'Не готово' });
    press('Акт');
    expect(stores.navigation.getState().screen).toMatchObject({ step: 'paper', paper: 'act' });
  });
});
