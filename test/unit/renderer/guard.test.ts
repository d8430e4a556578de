import { describe, expect, it } from 'vitest';
import { createVisitStore } from '../../../renderer/features/visit/visit-store.ts';
import { watchUnsaved } from '../../../renderer/guard.ts';
import { createNavigationStore } from '../../../renderer/navigation.ts';
import type { Visit } from '../../../src/contract/visit.ts';
import { makeVisit } from '../../support/make-visit.ts';
import { fakeBridge, makeSite, ok, refuse, SITE_ID } from './fake-bridge.ts';

describe('watchUnsaved', () => {
  it('guards the window while a profile or a visit is not saved, and says so once', async () => {
    const told: boolean[] = [];
    const answers = [refuse<Visit>('диск полон'), ok(makeVisit({ siteId: SITE_ID }))];
    const bridge = fakeBridge({
      guard: ({ guarded }) => {
        told.push(guarded);
        return ok({ guarded });
      },
      getSite: () => ok(makeSite()),
      listRuns: () => ok({ runs: [], unreadable: [] }),
      listVisits: () => ok({ visits: [makeVisit({ siteId: SITE_ID })], unreadable: [] }),
      saveVisit: () => answers.shift() ?? refuse('диск полон'),
    });
    const navigation = createNavigationStore({ name: 'editor', siteId: SITE_ID });
    const visit = createVisitStore(bridge, () => '2026-11-22T09:00:00.000Z');
    watchUnsaved(bridge, navigation, visit);
    navigation.getState().setGuarded(true);
    navigation.getState().setGuarded(true);
    navigation.getState().setGuarded(false);
    expect(told).toEqual([true, false]);

    await visit.getState().open(SITE_ID);
    visit.getState().change({ step: 'checks' });
    await expect.poll(() => told).toEqual([true, false, true]);
    visit.getState().retrySaving();
    await expect.poll(() => told).toEqual([true, false, true, false]);
  });
});
