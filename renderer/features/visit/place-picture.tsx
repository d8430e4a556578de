/** The laptop at its place, and which way the flows go. Laptop, cable and arrows alone are in the accent. */
import type { ReactElement } from 'react';
import type { Viewpoint } from '../../../src/contract/words.ts';

interface PlacePictureProps {
  readonly viewpoint: Viewpoint;
  readonly captions: { readonly here: string; readonly main: string; readonly second: string | null };
  /** The words on the arrows; the second only where there are two. */
  readonly arrows: { readonly main: string; readonly second: string | null };
}

export function PlacePicture({ viewpoint, captions, arrows }: PlacePictureProps): ReactElement {
  return (
    <svg className="place-picture" viewBox="0 0 336 118" fill="none" strokeWidth="1.4" aria-hidden>
      <g stroke="var(--text2)" strokeLinejoin="round" strokeLinecap="round">
        <path d="M10 90h134" />
        {viewpoint === 'workstation' ? <Monitor /> : null}
        {viewpoint === 'device' ? <Printer x={14} y={32} /> : null}
        {viewpoint === 'server' ? <Rack x={20} y={30} /> : null}
        {viewpoint === 'server' ? null : (
          <>
            <rect x="122" y="66" width="16" height="18" rx="2" />
            <path d="M126 71h8v6h-2v2h-4v-2h-2z" />
          </>
        )}
      </g>
      <g stroke="var(--accent)" strokeLinejoin="round" strokeLinecap="round">
        <rect x="72" y="58" width="38" height="25" rx="2.5" fill="var(--accent-bg)" />
        <path d="M72 83l-6 7h50l-6-7z" />
        {viewpoint === 'server' ? <path d="M66 86c-8 0-6-8-14-8" /> : <path d="M116 87c8 0 4-9 14-9" />}
      </g>
      <text x="77" y="105" className="place-caption">
        {captions.here}
      </text>
      {viewpoint === 'server' ? (
        <>
          <Arrow from={[152, 58]} to={[262, 34]} text={arrows.main} />
          {arrows.second === null ? null : <Arrow from={[152, 68]} to={[262, 86]} text={arrows.second} />}
          <g stroke="var(--text2)" strokeLinejoin="round" strokeLinecap="round">
            <g transform="translate(271 8) scale(.74)">
              <Printer x={0} y={0} />
            </g>
            {captions.second === null ? null : (
              <path d="M276 72c0-5 28-5 28 0v22c0 5-28 5-28 0zM276 72c0 5 28 5 28 0" />
            )}
          </g>
          <text x="290" y="62" className="place-caption">
            {captions.main}
          </text>
          <text x="290" y="112" className="place-caption">
            {captions.second ?? ''}
          </text>
        </>
      ) : (
        <>
          <Arrow from={[152, 62]} to={[262, 62]} text={arrows.main} />
          <g stroke="var(--text2)" strokeLinejoin="round" strokeLinecap="round">
            <Rack x={274} y={30} />
          </g>
          <text x="294" y="105" className="place-caption">
            {captions.main}
          </text>
        </>
      )}
    </svg>
  );
}

interface At {
  readonly x: number;
  readonly y: number;
}

function Rack({ x, y }: At): ReactElement {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width="40" height="60" rx="2.5" />
      <path d="M0 15h40M0 30h40M0 45h40M6 7.500h11M6 22.500h11M6 37.500h11M6 52.500h11M32 7.500h.1M32 22.500h.1M32 37.500h.1M32 52.500h.1" />
    </g>
  );
}

function Printer({ x, y }: At): ReactElement {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path d="M6 8l4-8h30l4 8" />
      <rect y="8" width="50" height="50" rx="2.5" />
      <path d="M0 27h50M0 42h50M8 17h17M8 34.500h17M8 50h17M37 14h6v6h-6z" />
    </g>
  );
}

function Monitor(): ReactElement {
  return (
    <g>
      <rect x="14" y="52" width="46" height="30" rx="2.5" />
      <path d="M37 82v8M28 90h18" />
    </g>
  );
}

interface ArrowProps {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly text: string;
}

function Arrow({ from, to, text }: ArrowProps): ReactElement {
  const angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  return (
    <g stroke="var(--accent)" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round">
      <path d={`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`} />
      <path d="M-7 -5l7 5l-7 5" transform={`translate(${to[0]} ${to[1]}) rotate(${angle})`} />
      <text x={(from[0] + to[0]) / 2 - 2} y={(from[1] + to[1]) / 2 - 6} className="place-arrow-text">
        {text}
      </text>
    </g>
  );
}
