/** Renders one part of the window inside the providers that the whole window gives it. */
import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import { vi } from 'vitest';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import { theme } from '../../../renderer/theme.ts';
import type { Language } from '../../../src/contract/words.ts';

/** jsdom lays nothing out: without sizes a list that is drawn in part would draw nothing. */
export function renderPart(part: ReactElement, language: Language = 'ru'): void {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1200);
  render(
    <I18nextProvider i18n={createI18n(language)}>
      <MantineProvider theme={theme}>{part}</MantineProvider>
    </I18nextProvider>,
  );
}
