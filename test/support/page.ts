/** What a real page has and the simulated one lacks, for tests that render components. */
import { cleanup } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

afterEach(cleanup);

vi.stubGlobal('matchMedia', (media: string) => ({
  matches: false,
  media,
  onchange: null,
  addEventListener: () => {},
  removeEventListener: () => {},
  dispatchEvent: () => false,
}));

class QuietResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
vi.stubGlobal('ResizeObserver', QuietResizeObserver);

Element.prototype.scrollIntoView = () => {};

Object.assign(document, { fonts: { addEventListener: () => {}, removeEventListener: () => {} } });
