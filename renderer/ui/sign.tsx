/** One sign drawn from its shapes: presentational, knows nothing of what it means. */
// biome-ignore-all lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden where its word stands beside it
import type { ReactElement } from 'react';

interface Shape {
  readonly path: string;
  readonly paint: 'fill' | 'stroke' | 'dash' | 'knockout' | 'knockout-fill';
  readonly width?: number;
}

interface SignProps {
  readonly shapes: readonly Shape[];
  /** The accessible name; null where a word stands beside the sign. */
  readonly label: string | null;
  readonly tone: string;
  /** Height in pixels; the width follows the view box. */
  readonly size?: number;
  readonly viewWidth?: 16 | 24;
}

export function Sign({ shapes, label, tone, size = 16, viewWidth = 16 }: SignProps): ReactElement {
  const name = label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg
      {...name}
      className="sign"
      data-tone={tone}
      width={(size * viewWidth) / 16}
      height={size}
      viewBox={`0 0 ${viewWidth} 16`}
      fill="none"
    >
      {shapes.map((shape) => (
        <path key={shape.path} d={shape.path} {...paintOf(shape)} />
      ))}
    </svg>
  );
}

function paintOf({ paint, width = 1.5 }: Shape) {
  if (paint === 'fill') return { fill: 'currentColor' };
  if (paint === 'knockout-fill') return { fill: 'var(--knockout, var(--surface))' };
  return {
    stroke: paint === 'knockout' ? 'var(--knockout, var(--surface))' : 'currentColor',
    strokeWidth: width,
    strokeLinecap: paint === 'dash' ? ('butt' as const) : ('round' as const),
    strokeLinejoin: 'round' as const,
    ...(paint === 'dash' ? { strokeDasharray: '2.4 1.6' } : {}),
  };
}
