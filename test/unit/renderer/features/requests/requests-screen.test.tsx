import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { RequestsScreen } from '../../../../../renderer/features/requests/requests-screen.tsx';
import { createRequestsStore } from '../../../../../renderer/features/requests/requests-store.ts';
import type { RetestProps } from '../../../../../renderer/features/requests/retest-panel.tsx';
import { createI18n } from '../../../../../renderer/i18n/i18n.ts';
import type { FirewallRequest } from '../../../../../src/contract/firewall-request.ts';
import { romashka } from '../../../../fixtures/romashka.ts';
import { CATALOGUE } from '../../../../support/make-run.ts';
import { LATER, requestFor, runFailing } from '../../../report/request/requests.ts';
import { fakeBridge, ok } from '../../fake-bridge.ts';

const SITE_ID = romashka(0).id;
const HTTPS_8080 = 'printmanager-https:device>app1:8080/tcp';
const REQUEST = requestFor({ runs: [runFailing([HTTPS_8080], { viewpoint: 'device' })] });
const RETEST: RetestProps = {
  standing: 'device',
  canStart: true,
  progress: null,
  results: new Map(),
  onStart: () => {},
  onStop: () => {},
  onGo: () => {},
  onChecks: () => {},
};

interface Shown {
  readonly requests?: readonly FirewallRequest[];
  readonly runIds?: readonly string[];
  readonly retest?: Partial<RetestProps>;
}

async function show({ requests = [REQUEST], runIds = [], retest = {} }: Shown) {
  const created: unknown[] = [];
  const bridge = fakeBridge({
    listRequests: () => ok({ requests: [...requests], unreadable: [] }),
    saveRequest: ({ request }) => ok(request),
    createRequest: (argument) => {
      created.push(argument);
      return ok(REQUEST);
    },
  });
  await createI18n('ru');
  render(
    <MantineProvider>
      <RequestsScreen
        store={createRequestsStore(bridge)}
        siteId={SITE_ID}
        requirements={CATALOGUE.requirements}
        suggestion={{
          runIds,
          stage: 'after-install',
          networks: { workstation: [], device: ['10.77.20.0/24'] },
        }}
        retest={{ ...RETEST, ...retest }}
        onBack={() => {}}
      />
    </MantineProvider>,
  );
  return created;
}

describe('RequestsScreen', () => {
  it('offers a form where the site has no request, filled from where the runs stood', async () => {
    const created = await show({ requests: [], runIds: ['9f32c8d1-5a3f-4f0e-9c59-0a1b2c3d4e5f'] });
    expect(await screen.findByText('Заявок ещё нет')).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>('Сети МФУ').value).toBe('10.77.20.0/24');
    fireEvent.change(screen.getByLabelText('Сети АРМ'), { target: { value: '10.77.10.7/24 any' } });
    expect(screen.getByText('Это не сеть: any')).toBeDefined();
    const create = screen.getByRole<HTMLButtonElement>('button', { name: 'Составить заявку' });
    expect(create.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('Сети АРМ'), { target: { value: '10.77.10.7/24' } });
    fireEvent.click(create);
    await waitFor(() => expect(created).toHaveLength(1));
    expect(created[0]).toMatchObject({
      basis: 'failures',
      networks: { workstation: ['10.77.10.0/24'], device: ['10.77.20.0/24'] },
    });
  });

  it('asks for the table where nothing was run', async () => {
    const created = await show({ requests: [] });
    fireEvent.click(await screen.findByRole('button', { name: 'Составить заявку' }));
    await waitFor(() => expect(created).toHaveLength(1));
    expect(created[0]).toMatchObject({ basis: 'table', runIds: [] });
  });

  it('shows the rows in words and takes a refusal with its reason', async () => {
    await show({});
    const table = await screen.findByRole('table', { name: 'Строки заявки' });
    expect(table.textContent).toContain('10.77.20.0/24');
    expect(table.textContent).toContain('tcp 8080');
    expect(table.textContent).toContain('ПринтМенеджер, HTTPS');
    fireEvent.click(within(table).getByRole('button', { name: 'Записать отказ по строке 1' }));
    fireEvent.change(screen.getByLabelText('Причина отказа, строка 1'), { target: { value: 'политика' } });
    fireEvent.click(screen.getByRole('button', { name: 'Записать отказ' }));
    expect(await within(table).findByText('Отказано')).toBeDefined();
    expect(within(table).getByText('политика')).toBeDefined();
  });

  it('tests exactly the checks of the request from where the laptop stands', async () => {
    const started: (readonly string[])[] = [];
    await show({ retest: { onStart: (checkIds) => started.push(checkIds) } });
    fireEvent.click(await screen.findByRole('button', { name: 'Проверить отсюда' }));
    expect(started).toEqual([[HTTPS_8080]]);
  });

  it('leads to the place where the laptop does not stand', async () => {
    const gone: string[] = [];
    await show({ retest: { standing: 'workstation', onGo: (place) => gone.push(place) } });
    fireEvent.click(await screen.findByRole('button', { name: 'Перейти: Розетка МФУ' }));
    expect(gone).toEqual(['device']);
  });

  it('says what is in the way of a test', async () => {
    await show({ retest: { canStart: false } });
    expect(await screen.findByText('Сначала выберите и подтвердите точку подключения.')).toBeDefined();
  });

  it('says how far a test has come, and what it has found of a row', async () => {
    const again = runFailing([], { viewpoint: 'device', startedAt: LATER });
    const results = new Map(again.checks.map((result) => [result.id, result]));
    const broken = runFailing([HTTPS_8080], { viewpoint: 'device', startedAt: LATER });
    await show({ retest: { progress: { done: 1, total: 3 }, results } });
    expect(await screen.findByText('Идёт проверка: 1 из 3')).toBeDefined();
    expect(screen.getByText('доходит 1 из 1, проверено: 1')).toBeDefined();
    cleanup();
    await show({ retest: { results: new Map(broken.checks.map((result) => [result.id, result])) } });
    expect(await screen.findByText('доходит 0 из 1, проверено: 1')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Показать проверки' })).toBeDefined();
  });

  it('says nothing of what was seen before the request was made', async () => {
    const before = runFailing([HTTPS_8080], { viewpoint: 'device' });
    await show({ retest: { results: new Map(before.checks.map((result) => [result.id, result])) } });
    await screen.findByRole('table');
    expect(screen.queryByText(/доходит/)).toBeNull();
  });
});
