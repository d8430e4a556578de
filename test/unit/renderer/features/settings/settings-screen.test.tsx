import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { SettingsScreen } from '../../../../../renderer/features/settings/settings-screen.tsx';
import { createSettingsStore } from '../../../../../renderer/features/settings/settings-store.ts';
import { createSessionStore } from '../../../../../renderer/session.ts';
import type { Bridge } from '../../../../../src/contract/bridge.ts';
import type { Settings } from '../../../../../src/contract/settings.ts';
import { CATALOGUE } from '../../../../support/make-run.ts';
import { fakeBridge, ok, refuse, SETTINGS } from '../../fake-bridge.ts';
import { renderPart } from '../../render-part.tsx';

afterEach(cleanup);

function open(answers: Partial<Bridge> = {}) {
  const saved: unknown[] = [];
  const bridge = fakeBridge({
    saveSettings: ({ settings }) => {
      saved.push(settings);
      return ok({ ...SETTINGS, ...settings } as Settings);
    },
    ...answers,
  });
  const session = createSessionStore(bridge, {
    version: '0.1.0',
    platform: 'linux',
    settings: SETTINGS,
    catalogues: [CATALOGUE, { ...CATALOGUE, id: 'printum-r13', revision: '13' }],
    addedCatalogues: ['printum-r13'],
    logFile: '/home/user/logs/main.log',
    openSiteId: null,
    openProblems: [],
  });
  const onBack = vi.fn();
  renderPart(
    <SettingsScreen store={createSettingsStore(bridge, session)} session={session} onBack={onBack} />,
  );
  return { saved, onBack };
}

describe('SettingsScreen', { timeout: 60_000 }, () => {
  it('saves a name when its field is left, and says so in place', async () => {
    const { saved } = open();
    const engineer = screen.getByRole('textbox', { name: 'Инженер' });
    fireEvent.change(engineer, { target: { value: ' Орлов П. А. ' } });
    expect(saved).toEqual([]);
    fireEvent.blur(engineer);
    expect(await screen.findByText('Сохранено')).toBeTruthy();
    expect(saved).toEqual([{ engineer: 'Орлов П. А.' }]);
  });

  it('keeps the earlier number and says what is allowed when a number does not fit', async () => {
    const { saved } = open();
    const attempts = screen.getByRole('textbox', { name: 'Попыток' });
    fireEvent.change(attempts, { target: { value: '9' } });
    fireEvent.blur(attempts);
    expect(await screen.findByText(/Нужно целое число от 1 до 5/)).toBeTruthy();
    expect(saved).toEqual([]);
    fireEvent.change(attempts, { target: { value: '3' } });
    fireEvent.keyDown(attempts, { key: 'Enter' });
    expect(saved).toEqual([{ probe: { ...SETTINGS.probe, attempts: 3 } }]);
  });

  it('removes only catalogues that were added here, and names a wrong file in place', async () => {
    open({ addCatalogue: () => refuse('каталог.json: revision: нет ключа') });
    expect(screen.getByText('входит в программу')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /Убрать каталог/ })).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: 'Добавить файл каталога' }));
    expect((await screen.findByRole('alert')).textContent).toBe('каталог.json: revision: нет ключа');
  });

  it('shows where the log is and goes back', () => {
    const { onBack } = open();
    expect(screen.getByText('/home/user/logs/main.log')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Вернуться' }));
    expect(onBack).toHaveBeenCalledOnce();
  });
});
