import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CausesPanel } from '../../../../../renderer/features/results/causes-panel.tsx';
import { createI18n } from '../../../../../renderer/i18n/i18n.ts';
import type { Finding } from '../../../../../src/contract/run.ts';

const CAUSE: Finding = {
  code: 'port-filtered',
  severity: 'fail',
  title: '8080/tcp отбрасывается из сети МФУ',
  explanation: '10.77.30.10: на 8080/tcp тишина.',
  remedy: 'Разрешить 10.77.20.0/24 → 10.77.30.10: 8080/tcp.',
  addressee: 'network-admin',
  checks: ['one', 'two'],
};

async function show(finding: Finding, onRequest = () => {}): Promise<readonly Finding[]> {
  const chosen: Finding[] = [];
  await createI18n('ru');
  render(
    <MantineProvider>
      <CausesPanel
        findings={[finding]}
        controls={[]}
        going={false}
        chosen={null}
        onChoose={(cause) => chosen.push(cause)}
        onRequest={onRequest}
      />
    </MantineProvider>,
  );
  return chosen;
}

describe('CausesPanel', () => {
  it('says whom a cause is handed to, and what was seen once it is asked for', async () => {
    const chosen = await show(CAUSE);
    expect(screen.getByText('Кому: сетевой администратор')).toBeDefined();
    const seen = () => screen.queryByText(CAUSE.explanation ?? '');
    const why = screen.getByRole('button', { name: 'Почему' });
    expect([seen(), why.getAttribute('aria-expanded')]).toEqual([null, 'false']);
    fireEvent.click(why);
    expect(seen()).not.toBeNull();
    expect(why.getAttribute('aria-expanded')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'Показать строки' }));
    expect(chosen).toEqual([CAUSE]);
  });

  it('leads to the request where a network administrator is to act, and nowhere else', async () => {
    let asked = 0;
    await show(CAUSE, () => {
      asked += 1;
    });
    fireEvent.click(screen.getByRole('button', { name: 'Заявка' }));
    expect(asked).toBe(1);
    cleanup();
    await show({ ...CAUSE, addressee: 'printum-admin' });
    expect(screen.queryByRole('button', { name: 'Заявка' })).toBeNull();
  });

  it('shows a cause of an older document, which has neither', async () => {
    const { explanation: _explanation, addressee: _addressee, ...old } = CAUSE;
    await show(old);
    expect(screen.getByText(CAUSE.title)).toBeDefined();
    expect(screen.queryByText(/Кому/)).toBeNull();
    expect(screen.queryByText('Почему')).toBeNull();
  });
});
