/** Channels whose work is still on its way: they refuse, so that nothing answers with what is not there. */
import { BridgeFailure } from '../failure.ts';
import type { Handlers } from './handlers.ts';

type PendingChannel =
  | 'app:show-log'
  | 'app:copy-log'
  | 'app:guard'
  | 'settings:choose-logo'
  | 'settings:choose-reports-folder'
  | 'settings:clear'
  | 'catalogues:add'
  | 'catalogues:remove'
  | 'sites:import-text'
  | 'sites:duplicate'
  | 'sites:read-devices'
  | 'visits:add-photos'
  | 'visits:photo';

export function createPendingHandlers(): Pick<Handlers, PendingChannel> {
  const refuse = async (): Promise<never> => {
    throw new BridgeFailure('not-found', { ru: 'Пока недоступно.', en: 'Not available yet.' });
  };
  return {
    'app:show-log': refuse,
    'app:copy-log': refuse,
    'app:guard': refuse,
    'settings:choose-logo': refuse,
    'settings:choose-reports-folder': refuse,
    'settings:clear': refuse,
    'catalogues:add': refuse,
    'catalogues:remove': refuse,
    'sites:import-text': refuse,
    'sites:duplicate': refuse,
    'sites:read-devices': refuse,
    'visits:add-photos': refuse,
    'visits:photo': refuse,
  };
}
