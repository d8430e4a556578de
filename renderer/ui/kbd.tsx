/** A key cap. */
import type { ReactElement, ReactNode } from 'react';
import './kbd.css';

export function Kbd({ children }: { readonly children: ReactNode }): ReactElement {
  return <kbd className="kbd">{children}</kbd>;
}
