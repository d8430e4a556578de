/** Saves a visit at each change: one write at a time, the last change wins, and a write that failed is tried again. */
import type { Bridge, BridgeError } from '../../../src/contract/bridge.ts';
import type { Visit } from '../../../src/contract/visit.ts';
import { attempt } from '../../call.ts';

/** While a write fails, it is tried again after this time, and at every further change. */
export const RETRY_AFTER_MS = 5000;

export interface VisitSaver {
  readonly save: (visit: Visit) => void;
  /** Tries everything again that could not be written. */
  readonly retry: () => void;
  /** What is newer here than on the disk, or null. */
  readonly unsaved: (visitId: string) => Visit | null;
}

interface Slot {
  /** The newest value that is not known to be on the disk. */
  newest: Visit | null;
  writing: boolean;
  timer: ReturnType<typeof setTimeout> | null;
}

/** `onState` hears the error while a visit cannot be written, and null once it was. */
export function createVisitSaver(
  bridge: Pick<Bridge, 'saveVisit'>,
  onState: (visitId: string, error: BridgeError | null) => void,
): VisitSaver {
  const slots = new Map<string, Slot>();

  async function write(id: string, slot: Slot): Promise<void> {
    if (slot.writing) return;
    if (slot.timer !== null) clearTimeout(slot.timer);
    slot.timer = null;
    while (slot.newest !== null) {
      const visit: Visit = slot.newest;
      slot.writing = true;
      const reply = await attempt(() => bridge.saveVisit({ visit }));
      slot.writing = false;
      if (!reply.ok) {
        slot.timer = setTimeout(() => void write(id, slot), RETRY_AFTER_MS);
        onState(id, reply.error);
        return;
      }
      if (slot.newest === visit) slot.newest = null;
      onState(id, null);
    }
  }

  return {
    save(visit) {
      const slot = slots.get(visit.id) ?? { newest: null, writing: false, timer: null };
      slots.set(visit.id, slot);
      slot.newest = visit;
      void write(visit.id, slot);
    },
    retry() {
      for (const [id, slot] of slots) void write(id, slot);
    },
    unsaved: (visitId) => slots.get(visitId)?.newest ?? null,
  };
}
