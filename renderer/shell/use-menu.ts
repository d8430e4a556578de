/** What the program's menu and its shortcuts do in the window. */
import { useEffect } from 'react';
import type { MenuCommand } from '../../src/contract/bridge.ts';
import { isBusy } from '../features/results/results-store.ts';
import type { Stores } from '../stores.ts';
import { startRun } from './start-run.ts';

export interface MenuActions {
  readonly openVisit: (siteId: string) => void;
  readonly openSettings: () => void;
}

export function useMenu(stores: Stores, actions: MenuActions): void {
  const { openVisit, openSettings } = actions;
  useEffect(
    () => stores.onMenuCommand((command) => obey(stores, command, { openVisit, openSettings })),
    [stores, openVisit, openSettings],
  );
}

function obey(stores: Stores, command: MenuCommand, { openVisit, openSettings }: MenuActions): void {
  const { screen, go } = stores.navigation.getState();
  if (command.kind === 'open-site') openSite(stores, command.siteId, openVisit);
  if (command.kind === 'run') run(stores, openVisit);
  if (command.kind === 'print') print(stores);
  if (command.kind === 'settings') openSettings();
  if (command.kind === 'new-site') go({ name: 'editor', siteId: null });
  if (command.kind === 'find') find();
  if (command.kind === 'import-site') {
    if (screen.name !== 'sites') go({ name: 'sites' });
    void stores.sites.getState().importFile();
  }
}

/** The search field of the screen, where it has one. */
function find(): void {
  const field = document.querySelector<HTMLInputElement>('main input[type="search"]');
  field?.focus();
  field?.select();
}

/** From the place that the visit names; where something about it is still to be decided, that is shown. */
function run(stores: Stores, openVisit: MenuActions['openVisit']): void {
  const { screen } = stores.navigation.getState();
  const { selectedId } = stores.sites.getState();
  if (screen.name === 'sites' && selectedId !== null) openVisit(selectedId);
  if (screen.name === 'visit' && !isBusy(stores.results.getState())) void startRun(stores, null);
}

/** The paper of the visit, or of the chosen site; on the paper itself, to the printer. */
function print(stores: Stores): void {
  const { screen, go } = stores.navigation.getState();
  const { selectedId } = stores.sites.getState();
  if (screen.name === 'visit' && screen.step === 'paper') void stores.report.getState().print();
  else if (screen.name === 'visit') go({ ...screen, step: 'paper', blank: false });
  else if (screen.name === 'sites' && selectedId !== null) {
    go({ name: 'visit', siteId: selectedId, step: 'paper', blank: false });
  }
}

/** A visit that goes on is resumed; a new one begins only when the person says so. */
function openSite(stores: Stores, siteId: string, openVisit: MenuActions['openVisit']): void {
  const { sites, select } = stores.sites.getState();
  const last = sites.find(({ site }) => site.id === siteId)?.lastVisit ?? null;
  if (last !== null && last.closedAt === null) openVisit(siteId);
  else {
    select(siteId);
    stores.navigation.getState().go({ name: 'sites' });
  }
}
