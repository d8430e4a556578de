import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { RowNotes } from '../../../../../renderer/features/results/row-notes.tsx';
import { notedRows, type RowVisit } from '../../../../../renderer/features/results/row-visit.ts';
import { createI18n } from '../../../../../renderer/i18n/i18n.ts';
import type { Photo } from '../../../../../src/contract/visit.ts';
import type { Waiver } from '../../../../../src/contract/waivers.ts';
import { planOf } from '../../../../support/make-run.ts';
import { makeSite } from '../../fake-bridge.ts';

const [check] = planOf({ site: makeSite(), viewpoint: 'workstation', indirect: false });
if (check === undefined) throw new Error('the plan is empty');
const PHOTO: Photo = {
  id: '70000000-0000-4000-8000-000000000001',
  name: 'щиток.jpg',
  mediaType: 'image/jpeg',
  at: '2026-11-22T08:00:00.000Z',
};
const WAIVER: Waiver = {
  id: '70000000-0000-4000-8000-000000000002',
  requirement: check.requirement,
  from: check.from,
  targetId: check.to.id,
  reason: 'устройство в ремонте',
  by: 'П. Орлов',
  at: '2026-11-22T08:02:00.000Z',
  until: '2026-11-30',
};

function visitOf(
  parts: Partial<RowVisit> & { readonly waivers?: readonly Waiver[] },
  day = '2026-11-22',
): RowVisit {
  return {
    ...notedRows({ notes: [], waivers: [...(parts.waivers ?? [])] }, day),
    readOnly: false,
    loadPhoto: () => Promise.resolve(null),
    onNote: () => {},
    takePhotos: () => Promise.resolve([]),
    engineer: 'П. Орлов',
    onWaive: () => {},
    onTakeBack: () => {},
    ...parts,
  };
}

async function show(visit: RowVisit): Promise<void> {
  await createI18n('ru');
  if (check === undefined) return;
  render(
    <MantineProvider>
      <RowNotes check={check} title="Мониторинг, HTTPS" visit={visit} />
    </MantineProvider>,
  );
}

describe('RowNotes', () => {
  it('keeps each word of a note under the id of its check', async () => {
    const kept: unknown[] = [];
    await show(visitOf({ onNote: (id, patch) => kept.push([id, patch]) }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Заметка' }), { target: { value: 'порт занят' } });
    expect(kept).toEqual([[check?.id, { note: 'порт занят' }]]);
  });

  it('adds pictures to those that are there', async () => {
    const kept: unknown[] = [];
    const note = { checkId: check?.id ?? '', note: '', photos: [PHOTO] };
    const more = { ...PHOTO, id: '70000000-0000-4000-8000-000000000003' };
    await show(
      visitOf({
        notes: new Map([[note.checkId, note]]),
        takePhotos: () => Promise.resolve([more]),
        onNote: (_id, patch) => kept.push(patch),
      }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Добавить фото' }));
    await Promise.resolve();
    expect(kept).toEqual([{ photos: [PHOTO, more] }]);
  });

  it('says who waived the row, why and until when, and lets it be taken back', async () => {
    const taken: string[] = [];
    await show(visitOf({ waivers: [WAIVER], onTakeBack: (id) => taken.push(id) }));
    expect(screen.getByText(/Снято до 30\.11\.2026: устройство в ремонте\. П\. Орлов/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Вернуть в проверку' }));
    expect(taken).toEqual([WAIVER.id]);
  });

  it('waives the flow in the name of the engineer, and not without a reason', async () => {
    const waived: unknown[] = [];
    await show(visitOf({ onWaive: (waiver) => waived.push(waiver) }));
    fireEvent.click(screen.getByRole('button', { name: 'Снять с проверки' }));
    fireEvent.click(screen.getByRole('button', { name: 'Снять' }));
    expect(waived).toEqual([]);
    expect(screen.getByText('Без причины снять нельзя')).toBeTruthy();
    fireEvent.change(screen.getByRole('textbox', { name: 'Причина' }), {
      target: { value: 'закрытый контур' },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Снять' }));
    expect(waived).toEqual([
      {
        requirement: check?.requirement,
        from: check?.from,
        targetId: check?.to.id,
        reason: 'закрытый контур',
        by: 'П. Орлов',
        until: null,
      },
    ]);
  });

  it('forgets a waiver whose last day is over', async () => {
    await show(visitOf({ waivers: [WAIVER] }, '2026-12-01'));
    expect(screen.queryByText(/Снято/)).toBeNull();
  });

  it('shows nothing of a signed visit that has nothing on this row', async () => {
    await show(visitOf({ readOnly: true }));
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
