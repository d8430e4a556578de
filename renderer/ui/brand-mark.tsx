/** The product's mark, as in assets/icon.svg. */
import type { ReactElement } from 'react';

export function BrandMark({ size = 20 }: { readonly size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 512 512" fill="none" aria-hidden="true">
      <rect width="512" height="512" rx="112" fill="#2456bf" />
      <g stroke="#fff" strokeLinecap="round" strokeLinejoin="round">
        <path strokeWidth="52" d="M152 404V130h122a85 85 0 0 1 0 170h-58" />
        <path strokeWidth="44" d="m272 370 50 48 86-88" />
      </g>
    </svg>
  );
}
