import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import { Root } from '../../../renderer/root.tsx';
import { createStores } from '../../../renderer/stores.ts';
import type { Bridge, SiteSummary } from '../../../src/contract/bridge.ts';
import type { Visit } from '../../../src/contract/visit.ts';
import { CATALOGUE, makeRun, plainHttpOnTlsPort, planOf, seeGood } from '../../support/make-run.ts';
import { makeVisit } from '../../support/make-visit.ts';
import { fakeBridge, makeRunSummary, makeSite, ok, SETTINGS } from './fake-bridge.ts';

const RUN_ID = '0b7c2f4e-1d2a-4c3b-8e9f-0000000000a1';
const site = makeSite();
const checks = planOf({ site, viewpoint: 'workstation' });
const finished = makeRun({
  site,
  viewpoint: 'workstation',
  id: RUN_ID,
  startedAt: '2026-11-22T07:12:00.000Z',
  address: '10.77.10.57',
  see: (check) => (check.requirement === 'monitoring-https' ? plainHttpOnTlsPort() : seeGood(check)),
});

configure({ asyncUtilTimeout: 20_000 });
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function summaryOf(lastVisit: SiteSummary['lastVisit']): SiteSummary {
  const runs = [makeRunSummary('device', { fail: 2 })];
  return { site, demo: false, runs, lastVisit, readiness: 'not-ready' };
}

function open(answers: Partial<Bridge> = {}) {
  // jsdom lays nothing out: without heights the list of results would draw no row.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(30);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(700);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(900);
  const bridge = fakeBridge({
    listSites: () => ok({ sites: [summaryOf(null)], unreadable: [] }),
    getSite: () => ok(site),
    listRuns: () => ok({ runs: [], unreadable: [] }),
    listVisits: () => ok({ visits: [], unreadable: [] }),
    beginVisit: ({ siteId, stage }) => ok(makeVisit({ siteId, stage })),
    saveVisit: ({ visit }) => ok(visit),
    listInterfaces: () => ok({ hostname: 'laptop', gateway: null, dns: [], proxy: null, interfaces: [] }),
    planRun: ({ viewpoint }) => ok({ checks: planOf({ site, viewpoint }) }),
    startRun: () => ok({ runId: RUN_ID, checks }),
    saveSettings: ({ settings }) => ok({ ...SETTINGS, ...settings } as typeof SETTINGS),
    ...answers,
  });
  const start = {
    version: '0.1.0',
    platform: 'linux',
    settings: SETTINGS,
    catalogues: [CATALOGUE],
    openSiteId: null,
    openProblems: [],
    addedCatalogues: [],
    logFile: '',
  };
  render(<Root stores={createStores(bridge, start)} texts={createI18n('ru')} />);
  return bridge;
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

// Roles are computed over the whole simulated page, which is slow on a busy machine.
describe('the window', { timeout: 60_000 }, () => {
  it('offers three ways on where there are no sites', async () => {
    open({ listSites: () => ok({ sites: [], unreadable: [] }) });
    expect(await screen.findByRole('heading', { level: 1, name: 'Площадок пока нет' })).toBeTruthy();
    for (const name of ['Новая площадка', 'Открыть файл профиля', 'Откройте демо-площадку']) {
      expect(screen.getByRole('button', { name })).toBeTruthy();
    }
  });

  it('says the readiness of a site in words, with the number behind it', async () => {
    open();
    const row = await screen.findByRole('row', { name: /Ромашка/ });
    expect(within(row).getByText('Не готово')).toBeTruthy();
    expect(within(row).getByText('2 проверки не пройдены')).toBeTruthy();
    expect(within(row).getByRole('img', { name: 'Розетка МФУ: проверена' })).toBeTruthy();
    expect(within(row).getByRole('img', { name: 'Сеть серверов: ещё не проверена' })).toBeTruthy();
  });

  it('switches its language at once, on the document too', async () => {
    open();
    await screen.findByRole('row', { name: /Ромашка/ });
    press('English');
    expect(await screen.findByRole('heading', { level: 1, name: 'Sites' })).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
  });

  it('runs checks from a place, shows each verdict in words, and the cause in the opened row', async () => {
    const bridge = open();
    await screen.findByRole('row', { name: /Ромашка/ });
    press('Начать выезд');
    expect(await screen.findByRole('heading', { level: 1, name: 'Подготовка' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /^Дальше/ }));
    fireEvent.click(await screen.findByRole('radio', { name: 'Розетка АРМ' }));
    const begin = screen.getByRole('button', { name: /^Начать проверки/ });
    await waitFor(() => expect(begin.hasAttribute('disabled')).toBe(false));
    fireEvent.click(begin);
    expect(await screen.findByRole('heading', { level: 1, name: 'Проверки отсюда' })).toBeTruthy();
    await screen.findByRole('button', { name: 'Остановить' });
    bridge.tell({ runId: RUN_ID, finished });

    await screen.findByText(/завершено/);
    const rowOf = (id: string) => document.querySelector<HTMLElement>(`[role="row"][data-check-id="${id}"]`);
    expect(rowOf('account-http:workstation>app1:80/tcp')?.textContent).toContain('Пройдено');
    const failed = rowOf('monitoring-https:workstation>app1:8001/tcp');
    expect(failed?.textContent).toContain('Не пройдено');
    expect(failed?.textContent).toContain('обычный HTTP');
    if (failed === null || failed === undefined) throw new Error('no row');
    failed.focus();
    fireEvent.keyDown(failed, { key: 'Enter' });
    expect(failed.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('На порту HTTPS отвечает обычный HTTP')).toBeTruthy();
    expect(screen.getByText('Что сделать')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Повторить' })).toBeTruthy();
  });

  it('says beside the checklist what is known of the earlier runs, and leads the keyboard there', async () => {
    open({
      listRuns: () => ok({ runs: [makeRunSummary('device', { fail: 2 })], unreadable: [] }),
      previewReport: () => ok({ html: '<p>чек-лист</p>' }),
    });
    const button = await screen.findByRole('button', { name: 'Чек-лист' });
    button.focus();
    fireEvent.click(button);
    const rail = await screen.findByRole('navigation', { name: 'Шаги выезда' });
    expect(await within(rail).findByText('проверено точек: 1 из 3')).toBeTruthy();
    expect(within(rail).getByText(/^последние: /)).toBeTruthy();
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
  });

  it('resumes a visit where it was left, and keeps the next step', async () => {
    const visit = makeVisit({ siteId: site.id, step: 'manual' });
    const saved: Visit[] = [];
    open({
      listSites: () => ok({ sites: [summaryOf(visit)], unreadable: [] }),
      listVisits: () => ok({ visits: [visit], unreadable: [] }),
      saveVisit: ({ visit: changed }) => {
        saved.push(changed);
        return ok(changed);
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Продолжить выезд' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Осмотр вручную' })).toBeTruthy();
    const item = screen.getByRole('radiogroup', { name: 'Скан с панели МФУ приходит получателю' });
    fireEvent.click(within(item).getByRole('radio', { name: 'Не сделано' }));
    await waitFor(() =>
      expect(saved.at(-1)?.manual).toMatchObject([{ itemId: 'panel-scan', state: 'not-done' }]),
    );
    press(/Подготовка/);
    await waitFor(() => expect(saved.at(-1)?.step).toBe('prepare'));
  });

  it('changes nothing of a closed visit, says who closed it, and offers a new one', async () => {
    const closed = makeVisit({
      siteId: site.id,
      closedAt: '2026-11-22T09:00:00.000Z',
      signatures: {
        engineer: { name: 'Орлов П. А.', position: '', at: '2026-11-22T09:00:00.000Z', onPaper: false },
        customer: { name: '', position: '', at: null, onPaper: false },
      },
    });
    const id = '0b7c2f4e-1d2a-4c3b-8e9f-0000000000b2';
    open({
      listVisits: () => ok({ visits: [closed], unreadable: [] }),
      listRuns: () => ok({ runs: [makeRunSummary('device', { fail: 2 })], unreadable: [] }),
      previewReport: () => ok({ html: '<p>чек-лист</p>' }),
      beginVisit: ({ siteId, stage }) => ok(makeVisit({ siteId, stage, id })),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Чек-лист' }));
    expect(await screen.findByText(/^Выезд закрыт подписью: Орлов П. А., /)).toBeTruthy();
    press(/Подготовка/);
    const [line] = await screen.findAllByRole('checkbox');
    expect(line?.hasAttribute('disabled')).toBe(true);
    press('Начать новый выезд');
    await waitFor(() => expect(screen.queryByText(/^Выезд закрыт/)).toBeNull());
    expect(screen.getAllByRole('checkbox')[0]?.hasAttribute('disabled')).toBe(false);
  });

  it('begins one visit, not two, when the site of a signed one was looked at before', async () => {
    const closed = makeVisit({ siteId: site.id, closedAt: '2026-11-22T09:00:00.000Z' });
    const id = '0b7c2f4e-1d2a-4c3b-8e9f-0000000000b2';
    const beginVisit = vi.fn(({ siteId, stage }: { siteId: string; stage: Visit['stage'] }) =>
      ok(makeVisit({ siteId, stage, id })),
    );
    open({
      listVisits: () => ok({ visits: [closed], unreadable: [] }),
      listRuns: () => ok({ runs: [makeRunSummary('device', { fail: 2 })], unreadable: [] }),
      previewReport: () => ok({ html: '<p>чек-лист</p>' }),
      beginVisit,
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Чек-лист' }));
    await screen.findByText(/^Выезд закрыт подписью/);
    press('Площадки');
    fireEvent.click(await screen.findByRole('button', { name: 'Начать выезд' }));
    await screen.findByRole('heading', { level: 1, name: 'Подготовка' });
    expect(beginVisit).toHaveBeenCalledTimes(1);
  });

  it('obeys the menu of the program', async () => {
    const bridge = open({ previewReport: () => ok({ html: '<p>чек-лист</p>' }) });
    await screen.findByRole('row', { name: /Ромашка/ });
    act(() => bridge.choose({ kind: 'find' }));
    expect(document.activeElement?.getAttribute('type')).toBe('search');
    act(() => bridge.choose({ kind: 'new-site' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Новая площадка' })).toBeTruthy();
    act(() => bridge.choose({ kind: 'open-site', siteId: site.id }));
    await screen.findByRole('row', { name: /Ромашка/, selected: true });
    act(() => bridge.choose({ kind: 'settings' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Настройки' })).toBeTruthy();
    act(() => bridge.choose({ kind: 'open-site', siteId: site.id }));
    await screen.findByRole('row', { name: /Ромашка/, selected: true });
    act(() => bridge.choose({ kind: 'print' }));
    expect(await screen.findByRole('button', { name: 'Сохранить PDF' })).toBeTruthy();
  });

  it('asks before unsaved changes of a profile are lost', async () => {
    open();
    await screen.findByRole('row', { name: /Ромашка/ });
    press('Профиль');
    const nameField = () =>
      within(screen.getByRole('region', { name: 'Площадка' })).getByRole('textbox', { name: /^Название/ });
    await screen.findByRole('region', { name: 'Площадка' });
    fireEvent.change(nameField(), { target: { value: 'Другое' } });
    press('Площадки');
    const question = await screen.findByRole('dialog', { name: 'Профиль не сохранён' });
    fireEvent.click(within(question).getByRole('button', { name: 'Остаться' }));
    expect((nameField() as HTMLInputElement).value).toBe('Другое');
  });

  it('says beside the field what is allowed when a profile cannot be saved', async () => {
    open();
    await screen.findByRole('row', { name: /Ромашка/ });
    press('Новая площадка');
    press('Сохранить');
    expect(await screen.findByText('Нужно: имя узла или IP-адрес, без пробелов и порта')).toBeTruthy();
    expect(screen.getByText(/Не сохранено: исправьте 2 поля/)).toBeTruthy();
  });
});
