import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  CoverageScreen,
  type CoverageScreenProps,
} from '../../../../../renderer/features/coverage/coverage-screen.tsx';
import type { Language } from '../../../../../src/contract/words.ts';
import { deviceRun, romashka, workstationRun } from '../../../../fixtures/romashka.ts';
import { CATALOGUE } from '../../../../support/make-run.ts';
import { coverageFor, makeVisit, makeWaiver } from '../../coverage-of-visit.ts';
import { renderPart } from '../../render-part.tsx';

const site = romashka(30, {
  devices: Array.from({ length: 30 }, (_, index) => ({
    id: `mfu-${201 + index}`,
    name: `mfu-${201 + index}`,
    host: `10.77.20.${21 + index}`,
    location: index < 20 ? '1 этаж' : 'Склад',
  })),
});
const RUNS = [workstationRun({ site }), deviceRun({ site })];
/** Not the flow of the same name inside the server. */
const FAILED = /Мониторинг, HTTPS 8001, .*: не пройдено$/;

afterEach(() => vi.restoreAllMocks());

function open(changes: Partial<CoverageScreenProps> = {}, language: Language = 'ru') {
  const asked = {
    onRetry: vi.fn(),
    onMove: vi.fn(),
    onTraps: vi.fn(),
    onManual: vi.fn(),
    onResult: vi.fn(),
    onChecks: vi.fn(),
    onWaive: vi.fn(),
    onTakeBack: vi.fn(),
  };
  renderPart(
    <CoverageScreen
      site={site}
      visit={makeVisit(site)}
      coverage={coverageFor(site, RUNS)}
      requirements={CATALOGUE.requirements}
      manual={{ done: 2, total: 10 }}
      older={[]}
      engineer="П. А. Орлов"
      failure={null}
      {...asked}
      {...changes}
    />,
    language,
  );
  return asked;
}

const square = (name: RegExp) => screen.getByRole('gridcell', { name });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

// Roles are computed over the whole simulated page, which is slow on a busy machine.
describe('what is left', { timeout: 60_000 }, () => {
  it('names every square by requirement, target and state, and the count of a folded group', () => {
    open();
    expect(square(/Печать RAW 9100, 1 этаж: .*, 20 из 20/)).toBeTruthy();
    expect(square(FAILED)).toBeTruthy();
  });

  it('opens a group of devices by its head', () => {
    open();
    press('Показать каждое МФУ: МФУ, Склад');
    expect(square(/Печать RAW 9100, mfu-221, /)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Свернуть: МФУ, Склад' }).getAttribute('aria-expanded')).toBe(
      'true',
    );
  });

  it('says of the chosen square what was seen, when and from where', () => {
    open();
    fireEvent.click(square(FAILED));
    const details = screen.getByRole('region', { name: 'Клетка' });
    expect(details.textContent).toContain('Розетка АРМ');
    expect(details.textContent).toContain('HTTP');
  });

  it('leads to the checks of the chosen square', () => {
    const { onChecks } = open();
    fireEvent.click(square(FAILED));
    press('К проверкам');
    expect(onChecks.mock.calls[0]?.[0]).toMatchObject([{ check: { requirement: 'monitoring-https' } }]);
  });

  it('moves from square to square by the arrows, with one of them in the tab order', () => {
    open();
    const first = square(/Печать RAW 9100, 1 этаж/);
    fireEvent.click(first);
    fireEvent.keyDown(first, { key: 'ArrowRight' });
    expect(square(/Печать RAW 9100, Склад/).getAttribute('tabindex')).toBe('0');
    expect(first.getAttribute('tabindex')).toBe('-1');
  });

  it('waives a square only with a reason, in the name of the engineer', () => {
    const { onWaive } = open();
    fireEvent.click(square(FAILED));
    press('Снять…');
    press('Снять');
    expect(screen.getByText('Без причины снять нельзя')).toBeTruthy();
    expect(onWaive).not.toHaveBeenCalled();
    fireEvent.change(screen.getByRole('textbox', { name: /Причина/ }), { target: { value: 'не нужен' } });
    press('Снять');
    expect(onWaive.mock.calls).toEqual([
      [
        {
          requirement: 'monitoring-https',
          from: 'workstation',
          targetId: 'app1',
          reason: 'не нужен',
          by: 'П. А. Орлов',
          until: null,
        },
      ],
    ]);
  });

  it('waives a whole row until a day where that is chosen', () => {
    const { onWaive } = open();
    fireEvent.click(square(/Печать RAW 9100, Склад/));
    press('Снять…');
    fireEvent.click(screen.getByRole('radio', { name: /Строку/ }));
    fireEvent.change(screen.getByRole('textbox', { name: /Причина/ }), { target: { value: 'позже' } });
    fireEvent.change(screen.getByLabelText(/По какой день/), { target: { value: '2026-12-31' } });
    press('Снять');
    expect(onWaive.mock.calls).toMatchObject([
      [{ requirement: 'device-raw', from: 'server', targetId: null, until: '2026-12-31' }],
    ]);
  });

  it('lists what was waived, and takes it back', () => {
    const waiver = makeWaiver({ targetId: 'mfu-206', reason: 'mfu-206 в ремонте' });
    const { onTakeBack } = open({
      visit: makeVisit(site, { waivers: [waiver] }),
      coverage: coverageFor(site, RUNS, [waiver]),
    });
    const card = screen.getByRole('region', { name: 'Снято: 6' });
    expect(card.textContent).toContain('mfu-206 в ремонте');
    fireEvent.click(within(card).getByRole('button', { name: 'Показать' }));
    fireEvent.click(within(card).getByRole('button', { name: 'Вернуть' }));
    expect(onTakeBack).toHaveBeenCalledWith(waiver.id);
  });

  it('says where a waived flow starts when the same port is asked of from elsewhere too', () => {
    const waiver = makeWaiver({ requirement: 'device-raw', from: 'server', targetId: null });
    open({
      visit: makeVisit(site, { waivers: [waiver] }),
      coverage: coverageFor(site, RUNS, [waiver]),
    });
    const card = screen.getByRole('region', { name: /^Снято/ });
    fireEvent.click(within(card).getByRole('button', { name: 'Показать' }));
    expect(card.textContent).toContain('Сервер Принтум → все узлы');
  });

  it('prices the way to the place that proves most, and leads there', () => {
    const { onMove } = open();
    press('Я подключаюсь к серверам');
    expect(onMove).toHaveBeenCalledWith('server');
  });

  it('changes nothing of a signed visit', () => {
    open({ visit: makeVisit(site, { closedAt: '2026-11-22T09:00:00.000Z' }) });
    fireEvent.click(square(FAILED));
    expect(screen.queryByRole('button', { name: 'Снять…' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Я подключаюсь/ })).toBeNull();
    expect(screen.getByText(/Выезд подписан/)).toBeTruthy();
    expect(screen.queryByText('Идти больше некуда')).toBeNull();
  });

  it('says the date of what an earlier visit has seen', () => {
    open({ older: [{ viewpoint: 'server', at: '2026-10-01T07:00:00.000Z' }] });
    expect(screen.getByText(/Сеть серверов: результаты от 1 октября/)).toBeTruthy();
  });

  it('offers the way back where no cell matches', async () => {
    open();
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'нет такого' } });
    expect(await screen.findByText('Нет клеток под этот отбор')).toBeTruthy();
    press('Сбросить отбор');
    expect(screen.getByRole('grid')).toBeTruthy();
  });

  it('speaks English too', () => {
    open({}, 'en');
    expect(screen.getByRole('heading', { level: 1, name: 'What is left' })).toBeTruthy();
    expect(square(/Monitoring, HTTPS 8001, .*: failed$/)).toBeTruthy();
  });
});
