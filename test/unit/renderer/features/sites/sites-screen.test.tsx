import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SitesScreen } from '../../../../../renderer/features/sites/sites-screen.tsx';
import { createSitesStore } from '../../../../../renderer/features/sites/sites-store.ts';
import type { Bridge, SiteSummary } from '../../../../../src/contract/bridge.ts';
import { fakeBridge, makeRunSummary, makeSite, ok } from '../../fake-bridge.ts';
import { renderPart } from '../../render-part.tsx';

// jsdom lays nothing out, and of rows without a height every one would be in sight.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(40);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const idOf = (number: number) => `0b7c2f4e-1d2a-4c3b-8e9f-${String(number).padStart(12, '0')}`;

function summary(number: number, changes: Partial<SiteSummary> = {}): SiteSummary {
  const site = makeSite({ id: idOf(number), name: `Площадка ${number}` });
  return { site, demo: false, runs: [], lastVisit: null, readiness: 'not-checked', ...changes };
}

const openVisit: SiteSummary['lastVisit'] = {
  id: idOf(99),
  startedAt: '2026-11-21T08:00:00.000Z',
  updatedAt: '2026-11-21T08:00:00.000Z',
  closedAt: null,
  step: 'checks',
};

async function open(
  sites: readonly SiteSummary[],
  running: string | null = null,
  answers: Partial<Bridge> = {},
) {
  const begun: string[] = [];
  const store = createSitesStore(fakeBridge({ listSites: () => ok({ sites, unreadable: [] }), ...answers }));
  await store.getState().load();
  renderPart(
    <SitesScreen
      store={store}
      catalogues={[]}
      runningSiteId={running}
      openProblems={[]}
      onForgetProblems={vi.fn()}
      onNew={vi.fn()}
      onEdit={vi.fn()}
      onBegin={(id) => begun.push(id)}
      onReport={vi.fn()}
    />,
  );
  return begun;
}

const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.querySelector('.site-name')?.textContent);

describe('SitesScreen', { timeout: 60_000 }, () => {
  it('draws only the rows in sight of a thousand sites', async () => {
    await open(Array.from({ length: 1000 }, (_, index) => summary(index)));
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('1001');
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
  });

  it('offers to go on with a visit that is open, and to begin one otherwise', async () => {
    await open([summary(1, { lastVisit: openVisit }), summary(2)]);
    expect(screen.getByRole('button', { name: 'Продолжить выезд' })).toBeTruthy();
    fireEvent.click(screen.getByRole('row', { name: /Площадка 2/ }));
    expect(screen.getByRole('button', { name: 'Начать выезд' })).toBeTruthy();
  });

  it('says the readiness as it was computed, whatever failed and was waived', async () => {
    await open([summary(1, { readiness: 'ready', runs: [makeRunSummary('device', { fail: 2 })] })]);
    const row = screen.getByRole('row', { name: /Площадка 1/ });
    expect(within(row).getByText('Готово')).toBeTruthy();
    expect(within(row).getByText('с учётом снятых требований')).toBeTruthy();
  });

  it('sorts by a column, the other way round at the second press', async () => {
    await open([summary(2), summary(10), summary(1)]);
    fireEvent.click(screen.getByRole('button', { name: 'Площадка' }));
    expect(names()).toEqual(['Площадка 1', 'Площадка 2', 'Площадка 10']);
    fireEvent.click(screen.getByRole('button', { name: 'Площадка' }));
    expect(names()).toEqual(['Площадка 10', 'Площадка 2', 'Площадка 1']);
    const head = screen.getByRole('columnheader', { name: 'Площадка' });
    expect(head.getAttribute('aria-sort')).toBe('descending');
  });

  it('keeps the site with running checks on top and says so', async () => {
    await open([summary(1, { lastVisit: openVisit }), summary(2)], idOf(2));
    expect(names()[0]).toBe('Площадка 2');
    expect(within(screen.getByRole('row', { name: /Площадка 2/ })).getByText('идёт сейчас')).toBeTruthy();
  });

  it('offers the site of this network and opens it', async () => {
    const begun = await open([summary(1), summary(2)], null, {
      recogniseSites: () => ok({ siteIds: [idOf(2)], gateway: '10.77.10.1' }),
    });
    const notice = await screen.findByRole('note', { name: 'Похоже, вы на площадке «Площадка 2»' });
    expect(notice.textContent).toContain('10.77.10.1');
    fireEvent.click(within(notice).getByRole('button', { name: 'Открыть площадку' }));
    expect(begun).toEqual([idOf(2)]);
  });
});
