/** Facts as a list of names and values. */
import type { ReactElement } from 'react';
import './key-values.css';

export interface KeyValue {
  readonly key: string;
  readonly value: string;
}

export function KeyValues({ rows }: { readonly rows: readonly KeyValue[] }): ReactElement {
  return (
    <dl className="key-values">
      {rows.map((row) => (
        <div key={row.key} className="key-value">
          <dt>{row.key}</dt>
          {/* Even figures would widen the hyphens of a name. */}
          <dd className={row.value.includes('-') ? undefined : 'numbers'}>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
