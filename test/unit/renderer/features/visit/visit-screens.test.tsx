/** Preparation, place and manual items, as a person sees and fills them. */
import { cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ManualScreen } from '../../../../../renderer/features/visit/manual-screen.tsx';
import { createPlaceStore } from '../../../../../renderer/features/visit/place-store.ts';
import { PrepareScreen } from '../../../../../renderer/features/visit/prepare-screen.tsx';
import { createVisitStore } from '../../../../../renderer/features/visit/visit-store.ts';
import { WhereScreen } from '../../../../../renderer/features/visit/where-screen.tsx';
import type { Bridge } from '../../../../../src/contract/bridge.ts';
import type { ManualAnswer, Visit } from '../../../../../src/contract/visit.ts';
import { CATALOGUE, planOf } from '../../../../support/make-run.ts';
import { makeVisit } from '../../../../support/make-visit.ts';
import { fakeBridge, makeSite, ok, SITE_ID } from '../../fake-bridge.ts';
import { renderPart } from '../../render-part.tsx';

configure({ asyncUtilTimeout: 20_000 });
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const site = makeSite();
const AT = '2026-11-22T09:00:00.000Z';
const PHOTO = {
  id: '0b7c2f4e-1d2a-4c3b-8e9f-0000000000f1',
  name: 'панель.jpg',
  mediaType: 'image/jpeg',
  at: AT,
} as const;

async function setUp(visit: Partial<Visit>, answers: Partial<Bridge> = {}) {
  const bridge = fakeBridge({
    getSite: () => ok(site),
    listRuns: () => ok({ runs: [], unreadable: [] }),
    listVisits: () => ok({ visits: [makeVisit({ siteId: SITE_ID, ...visit })], unreadable: [] }),
    saveVisit: ({ visit: changed }) => ok(changed),
    planRun: ({ viewpoint, stage, indirect }) => ok({ checks: planOf({ site, viewpoint, stage, indirect }) }),
    ...answers,
  });
  const visits = createVisitStore(bridge, () => AT);
  await visits.getState().open(SITE_ID);
  return { bridge, visits };
}

describe('PrepareScreen', { timeout: 60_000 }, () => {
  it('keeps each tick in the visit, and offers the request only before installation', async () => {
    const { visits } = await setUp({ prepared: ['rights'] });
    renderPart(<PrepareScreen store={visits} onNext={() => {}} onBlank={() => {}} onRequest={() => {}} />);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Розетка в сети МФУ' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Права администратора на ноутбуке' }));
    expect(visits.getState().visit?.prepared).toEqual(['deviceSocket']);
    expect(screen.getByRole('status').textContent).toMatch(/^Отмечено 1 из \d+$/);
    expect(screen.queryByRole('button', { name: 'Заявка на открытие портов' })).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'До установки' }));
    expect(screen.getByRole('button', { name: 'Заявка на открытие портов' })).toBeTruthy();
    expect(visits.getState().visit?.stage).toBe('before-install');
  });
});

describe('WhereScreen', { timeout: 60_000 }, () => {
  it('starts nothing from an address that contradicts until a reason is given in words', async () => {
    const card = { name: 'Ethernet', address: '10.77.10.57', prefixLength: 24, family: 'IPv4' } as const;
    const { bridge, visits } = await setUp(
      { viewpoint: 'device', localAddress: card.address },
      {
        listInterfaces: () =>
          ok({
            hostname: 'laptop',
            gateway: '10.77.10.1',
            dns: ['10.77.10.2'],
            proxy: null,
            interfaces: [{ ...card, mac: '', internal: false, link: 'wired', vlan: 20 }],
          }),
      },
    );
    renderPart(
      <WhereScreen
        visits={visits}
        places={createPlaceStore(bridge, visits)}
        catalogue={CATALOGUE}
        running={false}
        onBegin={() => {}}
        onListen={() => {}}
      />,
    );
    const begin = screen.getByRole('button', { name: /^Начать проверки/ });
    expect(await screen.findByText('Адрес не из сети МФУ')).toBeTruthy();
    expect(begin.hasAttribute('disabled')).toBe(true);
    expect(screen.getByText('Сначала решите, что с адресом')).toBeTruthy();
    for (const text of ['маска 255.255.255.0', 'кабель · VLAN 20'])
      expect(screen.getByText(text)).toBeTruthy();
    expect(screen.getByText(/DNS 10\.77\.10\.2 · без прокси/)).toBeTruthy();

    fireEvent.click(screen.getByRole('button', { name: 'Всё верно, указать причину' }));
    fireEvent.click(screen.getByRole('button', { name: 'Сохранить причину' }));
    expect(screen.getByText(/^Напишите причину/)).toBeTruthy();
    fireEvent.change(screen.getByRole('textbox', { name: /^Почему место/ }), {
      target: { value: ' Плоская сеть ' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Сохранить причину' }));
    await waitFor(() => expect(begin.hasAttribute('disabled')).toBe(false));
    expect(visits.getState().visit?.placeReasons).toEqual([
      { viewpoint: 'device', address: '10.77.10.57', reason: 'Плоская сеть', at: AT },
    ]);
  });
});

describe('ManualScreen', { timeout: 60_000 }, () => {
  it('keeps answer, note, name and photos of an item, and takes them back', async () => {
    const { visits } = await setUp(
      {},
      {
        addPhotos: () => ok({ photos: [PHOTO] }),
        getPhoto: () => ok({ dataUrl: 'data:image/jpeg;base64,AAAA' }),
      },
    );
    renderPart(<ManualScreen store={visits} catalogue={CATALOGUE} onNext={() => {}} />);
    const title = 'Встроенное приложение открывается на панели МФУ';
    const row = screen.getByRole('listitem', { name: title });
    expect(within(row).queryByRole('textbox')).toBeNull();
    fireEvent.click(within(row).getByRole('radio', { name: 'Сделано' }));
    fireEvent.change(within(row).getByRole('textbox', { name: 'Заметка' }), {
      target: { value: 'Каб. 201' },
    });
    fireEvent.change(within(row).getByRole('textbox', { name: 'Со слов кого' }), {
      target: { value: 'Иванова' },
    });
    fireEvent.click(within(row).getByRole('button', { name: 'Добавить фото' }));
    expect(await within(row).findByRole('img', { name: PHOTO.name })).toBeTruthy();
    expect(visits.getState().visit?.manual).toEqual([
      {
        itemId: 'panel-application',
        state: 'done',
        note: 'Каб. 201',
        saidBy: 'Иванова',
        photos: [PHOTO],
        at: AT,
      },
    ]);
    fireEvent.click(within(row).getByRole('button', { name: 'Убрать фото панель.jpg' }));
    expect(visits.getState().visit?.manual[0]?.photos).toEqual([]);
    fireEvent.click(within(row).getByRole('button', { name: 'Снять отметку' }));
    expect(visits.getState().visit?.manual).toEqual([]);
  });

  it('shows what was found and changes nothing once the visit is closed', async () => {
    const answer: ManualAnswer = {
      itemId: 'panel-scan',
      state: 'not-done',
      note: 'Нет прав',
      saidBy: '',
      photos: [],
      at: AT,
    };
    const { visits } = await setUp({ closedAt: AT, manual: [answer] });
    renderPart(<ManualScreen store={visits} catalogue={CATALOGUE} onNext={() => {}} />);
    const row = screen.getByRole('listitem', { name: 'Скан с панели МФУ приходит получателю' });
    for (const radio of within(row).getAllByRole('radio')) expect(radio.hasAttribute('disabled')).toBe(true);
    expect(within(row).getByRole('textbox', { name: 'Заметка' }).hasAttribute('readonly')).toBe(true);
    expect(within(row).queryByRole('textbox', { name: 'Со слов кого' })).toBeNull();
    expect(within(row).queryByRole('button')).toBeNull();
  });
});
