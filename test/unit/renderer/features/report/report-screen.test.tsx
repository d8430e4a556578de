import { act, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ReportScreen } from '../../../../../renderer/features/report/report-screen.tsx';
import { createReportStore, type PaperKind } from '../../../../../renderer/features/report/report-store.ts';
import { fakeBridge, makeRunSummary, ok, SITE_ID } from '../../fake-bridge.ts';
import { renderPart } from '../../render-part.tsx';

afterEach(() => {
  vi.restoreAllMocks();
});

async function open(kind: PaperKind, names: { readonly engineer: string; readonly signedBy: string }) {
  const store = createReportStore(
    fakeBridge({
      listRuns: () => ok({ runs: [makeRunSummary('device', { pass: 1 })], unreadable: [] }),
      previewReport: () => ok({ html: '<p></p>' }),
    }),
  );
  renderPart(<ReportScreen store={store} {...names} onOpenSettings={() => {}} />);
  await act(() => store.getState().open({ siteId: SITE_ID, visitId: 'visit', kind, language: 'ru' }));
}

describe('ReportScreen', () => {
  it('names the engineer of the visit when the settings name nobody or somebody else', async () => {
    await open('runs', { engineer: '', signedBy: 'П. Орлов' });
    expect(screen.getByText('На бумаге: П. Орлов')).toBeTruthy();
    expect(screen.queryByText(/Имя инженера не указано/)).toBeNull();
  });

  it('names the engineer of the settings on a blank form, which belongs to no visit', async () => {
    await open('blank', { engineer: 'И. Петров', signedBy: 'П. Орлов' });
    expect(screen.getByText('На бумаге: И. Петров')).toBeTruthy();
  });

  it('says that the line stays empty when nobody is named', async () => {
    await open('act', { engineer: '', signedBy: '' });
    expect(screen.getByText(/Имя инженера не указано/)).toBeTruthy();
  });
});
