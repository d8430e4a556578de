/** What stands in the window when the program could not even begin. */
import { MantineProvider } from '@mantine/core';
import type { i18n } from 'i18next';
import type { ReactElement } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { BridgeError } from '../src/contract/bridge.ts';
import { FailureNotice } from './failure-notice.tsx';
import { cssVariablesResolver, theme } from './theme.ts';

interface StartFailureProps {
  readonly texts: i18n;
  readonly error: BridgeError;
}

export function StartFailure({ texts, error }: StartFailureProps): ReactElement {
  return (
    <I18nextProvider i18n={texts}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} forceColorScheme="light">
        <main className="window-notice">
          <FailureNotice
            title={texts.t('common.start.title')}
            error={{ ...error, message: `${texts.t('common.start.text')} ${error.message}` }}
          />
        </main>
      </MantineProvider>
    </I18nextProvider>
  );
}
