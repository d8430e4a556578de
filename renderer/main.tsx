/** Start of the window: ask the main process for the settings, then draw. */
import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './kit.css';
import './shell/visit-foot.css';
import { createRoot } from 'react-dom/client';
import { readBridge } from './bridge.ts';
import { attempt } from './call.ts';
import { createI18n } from './i18n/i18n.ts';
import { Root } from './root.tsx';
import { StartFailure } from './start-failure.tsx';
import { createStores } from './stores.ts';

async function start(place: HTMLElement): Promise<void> {
  const root = createRoot(place);
  const reply = await attempt(async () => readBridge().bootstrap({}));
  if (!reply.ok) {
    const language = navigator.language.startsWith('en') ? 'en' : 'ru';
    root.render(<StartFailure texts={createI18n(language)} error={reply.error} />);
    return;
  }
  const texts = createI18n(reply.value.settings.language);
  root.render(<Root stores={createStores(readBridge(), reply.value)} texts={texts} />);
}

const place = document.getElementById('root');
if (place !== null) void start(place);
