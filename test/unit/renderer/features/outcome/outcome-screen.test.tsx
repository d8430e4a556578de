import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  OutcomeScreen,
  type OutcomeScreenProps,
} from '../../../../../renderer/features/outcome/outcome-screen.tsx';
import type { Language } from '../../../../../src/contract/words.ts';
import { evidenceOfVisit } from '../../../../../src/verdict/findings/evidence.ts';
import { findingsOf } from '../../../../../src/verdict/findings/findings.ts';
import { deviceRun, goodVisit, romashka, workstationRun } from '../../../../fixtures/romashka.ts';
import { CATALOGUE } from '../../../../support/make-run.ts';
import { coverageFor, makeVisit } from '../../coverage-of-visit.ts';
import { renderPart } from '../../render-part.tsx';

const site = romashka(3);
const RUNS = [workstationRun({ site }), deviceRun({ site })];
const coverage = coverageFor(site, RUNS);

function causes(language: Language) {
  const evidence = evidenceOfVisit(
    coverage.cells.flatMap(({ result }) => result ?? []),
    RUNS,
  );
  return evidence === null ? [] : findingsOf(evidence, language);
}

afterEach(() => vi.restoreAllMocks());

function open(changes: Partial<OutcomeScreenProps> = {}, language: Language = 'ru') {
  const asked = {
    onRetry: vi.fn(),
    onChecks: vi.fn(),
    onRepeat: vi.fn(),
    onRequest: vi.fn(),
    onAct: vi.fn(),
    onPrint: vi.fn(),
    onSignature: vi.fn(),
    onSign: vi.fn(),
  };
  renderPart(
    <OutcomeScreen
      site={site}
      visit={makeVisit(site)}
      coverage={coverage}
      findings={causes(language)}
      requirements={CATALOGUE.requirements}
      runs={RUNS}
      earlierRuns={[]}
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

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

// Roles are computed over the whole simulated page, which is slow on a busy machine.
describe('the result', { timeout: 60_000 }, () => {
  it('says the readiness in a word and a sentence, and what a repetition costs', () => {
    open();
    expect(screen.getByRole('heading', { level: 1, name: 'Не готово' })).toBeTruthy();
    expect(screen.getByText(/Не выполнены 2 требования из 23.*повтора: \d+ провер/)).toBeTruthy();
  });

  it('names each cause with its remedy and whom it is for', () => {
    open();
    const list = screen.getByRole('tabpanel', { name: 'Что мешает' });
    const items = within(list).getAllByRole('listitem');
    expect(items.length).toBe(causes('ru').length);
    expect(within(list).getAllByText(/^Кому: /).length).toBeGreaterThan(0);
  });

  it('opens a cause into what was seen, and leads to its checks', () => {
    const { onChecks } = open();
    const [first] = causes('ru');
    press(first?.title ?? '');
    expect(screen.getByText(first?.explanation ?? '')).toBeTruthy();
    press('К проверкам');
    expect(onChecks).toHaveBeenCalledWith(first?.checks);
  });

  it('shows the map as a table too, and leads from a row of it to the flows', () => {
    const { onChecks } = open();
    press('Таблицей');
    const table = screen.getByRole('table');
    expect(within(table).getAllByRole('row').length).toBeGreaterThan(5);
    press(/Показать: Сеть АРМ – prn-app01: не пройдено, 8001/);
    const flows = screen.getByRole('region', { name: 'Сеть АРМ – prn-app01' });
    expect(flows.textContent).toContain('Мониторинг, HTTPS');
    fireEvent.click(within(flows).getByRole('button', { name: 'К проверкам' }));
    expect(onChecks).toHaveBeenCalledWith(['monitoring-https:workstation>app1:8001/tcp']);
  });

  it('asks before the engineer signs, because that closes the visit', async () => {
    const { onSign } = open();
    press('Подписать');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Имя заказчика не указано');
    expect(onSign).not.toHaveBeenCalled();
    fireEvent.click(within(dialog).getByRole('button', { name: 'Подписать' }));
    expect(onSign).toHaveBeenCalledWith('П. А. Орлов');
  });

  it('does not let nobody sign', () => {
    open({ engineer: '' });
    expect(screen.getByRole('button', { name: 'Подписать' }).hasAttribute('disabled')).toBe(true);
    expect(screen.getByRole('textbox', { name: 'Имя инженера' })).toBeTruthy();
  });

  it('takes the name and position of the customer, and a signature with a pen', () => {
    const { onSignature } = open();
    fireEvent.change(screen.getByRole('textbox', { name: 'Имя заказчика' }), { target: { value: 'И. В.' } });
    press('Подпись на бумаге');
    expect(onSignature.mock.calls).toEqual([
      ['customer', { name: 'И. В.' }],
      ['customer', { onPaper: true }],
    ]);
  });

  it('is closed after the signature', () => {
    open({ visit: makeVisit(site, { closedAt: '2026-11-22T09:00:00.000Z' }) });
    expect(screen.queryByRole('button', { name: 'Подписать' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Повторить непройденное' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Напечатать чек-лист' })).toBeTruthy();
  });

  it('repeats what failed, and leads to request, act and checklist', () => {
    const asked = open();
    press('Повторить непройденное');
    expect(asked.onRepeat.mock.calls[0]?.[0].map(({ state }: { state: string }) => state)).not.toContain(
      'proven',
    );
    press('Заявка на порты');
    press('Акт');
    press('Напечатать чек-лист');
    for (const call of [asked.onRequest, asked.onAct, asked.onPrint]) expect(call).toHaveBeenCalledOnce();
  });

  it('says that nothing stands in the way of a site that is ready', () => {
    open({ coverage: coverageFor(site, goodVisit(site)), findings: [] });
    expect(screen.getByText(/^Ничего: среди доказанного/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Скопировать' })).toBeNull();
  });

  it('tells what has changed since the last visit, place by place', () => {
    const earlierRuns = goodVisit(site).map((run, index) => ({
      ...run,
      id: `0b7c2f4e-0000-4000-8000-00000000000${index}`,
    }));
    open({ earlierRuns, visit: makeVisit(site, { runIds: RUNS.map(({ id }) => id) }) });
    fireEvent.click(screen.getByRole('tab', { name: 'Сравнение' }));
    const place = screen.getByRole('region', { name: 'Розетка АРМ' });
    expect(place.textContent).toContain('было: Пройдено, стало: Не пройдено');
  });

  it('says so where there is nothing to compare with', () => {
    open();
    fireEvent.keyDown(screen.getByRole('tab', { name: 'Что мешает' }), { key: 'ArrowRight' });
    expect(screen.getByText(/^Сравнить не с чем/)).toBeTruthy();
  });

  it('speaks English too', () => {
    open({}, 'en');
    expect(screen.getByRole('heading', { level: 1, name: 'Not ready' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Act' })).toBeTruthy();
  });
});
