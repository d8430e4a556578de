/** A port range cut into lines and counted by state, for the map of the passive ports. */
import {
  FTP_PORT_STATES,
  type FtpBlock,
  type FtpPassiveFacts,
  type FtpPortFact,
  type FtpPortState,
} from '../../../src/contract/facts-ftp.ts';

const CELLS_IN_LINE = 20;
/** More places than these are only begun: the cells above show them all. */
const PLACES_SHOWN_MAX = 4;

export interface RangeLine {
  readonly from: number;
  readonly ports: readonly FtpPortFact[];
}

export interface RangeTally {
  readonly state: FtpPortState;
  readonly count: number;
  readonly blocks: readonly FtpBlock[];
}

/** In the order of the ports, twenty in a line. */
export function linesOf(ports: readonly FtpPortFact[]): readonly RangeLine[] {
  const sorted = [...ports].sort((one, other) => one.port - other.port);
  const lines: RangeLine[] = [];
  for (let index = 0; index < sorted.length; index += CELLS_IN_LINE) {
    const part = sorted.slice(index, index + CELLS_IN_LINE);
    lines.push({ from: part[0]?.port ?? 0, ports: part });
  }
  return lines;
}

/** The states that occur, each with its blocks. */
export function tallyOf({ ports, blocks }: Pick<FtpPassiveFacts, 'ports' | 'blocks'>): readonly RangeTally[] {
  return FTP_PORT_STATES.flatMap((state) => {
    const count = ports.filter((port) => port.state === state).length;
    return count === 0 ? [] : [{ state, count, blocks: blocks.filter((block) => block.state === state) }];
  });
}

/** «30000–30049, 30060». */
export function placesOf(blocks: readonly FtpBlock[]): string {
  const shown = blocks
    .slice(0, PLACES_SHOWN_MAX)
    .map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`));
  return [...shown, ...(blocks.length > PLACES_SHOWN_MAX ? ['…'] : [])].join(', ');
}
