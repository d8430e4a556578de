import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import { Root } from '../../../renderer/root.tsx';
import { createStores } from '../../../renderer/stores.ts';
import type { Bridge } from '../../../src/contract/bridge.ts';
import { CATALOGUE, makeRun, plainHttpOnTlsPort, planOf, seeGood } from '../../support/make-run.ts';
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

function open(answers: Partial<Bridge> = {}) {
  // jsdom lays nothing out: without heights the list of results would draw no row.
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(30);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(700);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(900);
  const bridge = fakeBridge({
    listSites: () =>
      ok({ sites: [{ site, demo: false, runs: [makeRunSummary('device', { fail: 2 })] }], unreadable: [] }),
    getSite: () => ok(site),
    listRuns: () => ok({ runs: [], unreadable: [] }),
    listInterfaces: () => ok({ hostname: 'laptop', gateway: null, interfaces: [] }),
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
    press('Начать проверки');
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
