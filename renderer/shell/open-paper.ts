/** Leads from the result to its paper: the checklist of the visit, or the act of one page. */
import type { Stores } from '../stores.ts';

export function openPaper(stores: Stores, siteId: string, paper: 'runs' | 'act'): void {
  stores.navigation
    .getState()
    .go({ name: 'visit', siteId, step: 'paper', blank: false, ...(paper === 'act' ? { paper } : {}) });
}
