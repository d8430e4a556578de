/** The focus of the keyboard never falls out of the window: it finds the row it came from, or the screen's heading. */
import { useEffect } from 'react';

const LISTS = '[role="treegrid"], [role="grid"]';
const REGIONS = 'header, main > *, main aside, main footer';
const STOPS =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]';

interface Held {
  readonly element: HTMLElement;
  readonly list: Element | null;
  /** The `data-key` of the row that the element belongs to, where it says so by `data-within`. */
  readonly rowKey: string | null;
}

/** Watches the document: what held the focus and is gone or disabled hands it on; F6 goes from region to region. */
export function useFocusKeeper(): void {
  useEffect(() => {
    let held: Held | null = null;

    function onFocusIn({ target }: FocusEvent): void {
      if (!(target instanceof HTMLElement)) return;
      const rowKey = target.closest<HTMLElement>('[data-within]')?.dataset.within ?? null;
      held = { element: target, list: target.closest(LISTS), rowKey };
    }

    function onChange(): void {
      const active = document.activeElement;
      const lost = held === null || !held.element.isConnected || held.element.matches(':disabled');
      if (!lost || (active !== document.body && active !== held?.element)) return;
      (rowOf(held) ?? headingFor(held))?.focus({ preventScroll: true });
    }

    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      goToRegion(event.shiftKey ? -1 : 1);
    }

    const observer = new MutationObserver(onChange);
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled'],
    });
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('keydown', onKeyDown);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

function rowOf(held: Held | null): HTMLElement | null {
  if (held === null || held.rowKey === null) return null;
  const rows = [...document.querySelectorAll<HTMLElement>('[data-key]')];
  return rows.find(({ dataset }) => dataset.key === held.rowKey) ?? null;
}

function headingFor(held: Held | null): HTMLElement | null {
  // A row that was scrolled out of sight is not drawn; its list is still where the person is.
  if (held?.list?.isConnected === true && held.rowKey === null) return null;
  const heading = document.querySelector<HTMLElement>('main h1');
  if (heading !== null) heading.tabIndex = -1;
  return heading;
}

function goToRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll(REGIONS)];
  const regionOf = (element: Element | null) => regions.findLastIndex((region) => region.contains(element));
  const stops = [...document.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop.tabIndex >= 0 && stop.getClientRects().length > 0,
  );
  const firsts = regions.flatMap((_, index) => stops.find((stop) => regionOf(stop) === index) ?? []);
  const at = firsts.findIndex((stop) => regionOf(stop) === regionOf(document.activeElement));
  const next = at === -1 ? (step === 1 ? 0 : firsts.length - 1) : (at + step + firsts.length) % firsts.length;
  firsts[next]?.focus();
}
