/** The keys of the texts, so that a missing one does not compile. */
import 'i18next';
import type { RESOURCES } from './resources.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: (typeof RESOURCES)['ru'];
    returnNull: false;
  }
}
