/** What may lead the checks another way than the cable: a tunnel, a radio link, a proxy of the system. */
import type { Place } from './place-store.ts';

export type PlaceWarningKind = 'tunnelChosen' | 'tunnelUp' | 'wirelessChosen' | 'wirelessUp' | 'proxy';

export interface PlaceWarning {
  readonly kind: PlaceWarningKind;
  /** Names of the interfaces, or the proxy's address. */
  readonly names: string;
}

/** A wired address that was chosen keeps the checks off the radio link; a tunnel may take them by its routes. */
export function placeWarnings(place: Place | null, localAddress: string | null): readonly PlaceWarning[] {
  if (place === null) return [];
  const outside = place.interfaces.filter(({ internal }) => !internal);
  const chosen = outside.find(({ address }) => address === localAddress);
  const namesOf = (link: 'tunnel' | 'wireless') =>
    [...new Set(outside.filter((entry) => entry.link === link).map(({ name }) => name))].join(', ');
  const warnings: PlaceWarning[] = [];
  const tunnels = namesOf('tunnel');
  if (chosen?.link === 'tunnel') warnings.push({ kind: 'tunnelChosen', names: chosen.name });
  else if (tunnels !== '') warnings.push({ kind: 'tunnelUp', names: tunnels });
  const wireless = namesOf('wireless');
  if (chosen?.link === 'wireless') warnings.push({ kind: 'wirelessChosen', names: chosen.name });
  else if (chosen === undefined && wireless !== '') warnings.push({ kind: 'wirelessUp', names: wireless });
  if (place.proxy !== null) warnings.push({ kind: 'proxy', names: place.proxy });
  return warnings;
}
