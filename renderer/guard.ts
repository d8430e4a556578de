/** Tells the main process while closing the window would lose something: an unsaved profile, or an unsaved visit. */
import type { Bridge } from '../src/contract/bridge.ts';
import { attempt } from './call.ts';
import type { VisitStore } from './features/visit/visit-store.ts';
import type { NavigationStore } from './navigation.ts';

export function watchUnsaved(
  bridge: Pick<Bridge, 'guard'>,
  navigation: NavigationStore,
  visit: VisitStore,
): void {
  let told = false;

  function tell(): void {
    const guarded = navigation.getState().guarded || visit.getState().unsaved !== null;
    if (guarded === told) return;
    told = guarded;
    void attempt(() => bridge.guard({ guarded }));
  }

  navigation.subscribe(tell);
  visit.subscribe(tell);
}
