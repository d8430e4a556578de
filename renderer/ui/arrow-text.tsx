/** A sentence whose arrows are drawn: the font's web subsets have none, and a fallback font would show. */
import { Fragment, type ReactElement } from 'react';

export function ArrowText({ text }: { readonly text: string }): ReactElement {
  const parts = text.split('→').map((part, index) => ({ part, key: `${index} ${part}` }));
  return (
    <>
      {parts.map(({ part, key }, index) => (
        <Fragment key={key}>
          {index === 0 ? null : (
            <svg className="text-arrow" viewBox="0 0 16 10" role="img" aria-label="→">
              <path d="M1 5h13M10.500 1.500l3.500 3.500l-3.500 3.500" />
            </svg>
          )}
          {part}
        </Fragment>
      ))}
    </>
  );
}
