/** Grey bars in the place of what is loading; they wait 300 ms, so that a quick answer never flickers. */
import { type ReactElement, useEffect, useState } from 'react';
import './loading-bars.css';

const PATIENCE_MS = 300;
const WIDTHS = ['38%', '62%', '50%', '70%', '44%'] as const;

export function LoadingBars({ label }: { readonly label: string }): ReactElement {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading-bars" role="status" aria-label={label}>
      {shown ? WIDTHS.map((width) => <span key={width} className="loading-bar" style={{ width }} />) : null}
    </div>
  );
}
