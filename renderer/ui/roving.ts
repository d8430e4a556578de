/** Arrow keys inside a list: one row is in the tab order, the arrows move it. */
import type { KeyboardEvent } from 'react';

/** The index that a key leads to, or null where the key is not one of the list's. */
export function nextIndex(key: string, current: number, count: number, page = 10): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return Math.min(current + 1, count - 1);
    case 'ArrowUp':
      return Math.max(current - 1, 0);
    case 'PageDown':
      return Math.min(current + page, count - 1);
    case 'PageUp':
      return Math.max(current - page, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** True where a key press belongs to a control inside the row and not to the row. */
export function comesFromControl(event: KeyboardEvent): boolean {
  if (!(event.target instanceof Element) || event.target === event.currentTarget) return false;
  return event.target.closest('button, a, input, textarea, select, [role="tab"]') !== null;
}
