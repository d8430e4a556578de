/** A value that changes often, seen at most once in an interval; the last one is always seen in the end. */
import { useEffect, useRef, useState } from 'react';

/** With an interval of 0 every change is seen at once. */
export function usePaced<T>(value: T, intervalMs: number): T {
  const [seen, setSeen] = useState(value);
  const seenAtMs = useRef(0);
  useEffect(() => {
    const waitMs = Math.max(0, seenAtMs.current + intervalMs - performance.now());
    const timer = setTimeout(() => {
      seenAtMs.current = performance.now();
      setSeen(() => value);
    }, waitMs);
    return () => clearTimeout(timer);
  }, [value, intervalMs]);
  return intervalMs === 0 ? value : seen;
}
