/** What is true about a scenario, seen from each viewpoint: the yardstick for the product's runs. */
import type { ReasonCode } from '../../src/contract/reasons.ts';
import type { PortState, ServiceState, Verdict, Viewpoint } from '../../src/contract/words.ts';

export interface Expected {
  readonly portState: PortState;
  readonly serviceState: ServiceState;
  readonly verdict: Verdict;
  readonly reason: ReasonCode;
  /** What nmap says instead: its raw sockets see who sent an ICMP message, which no ordinary socket does. */
  readonly nmapState?: PortState;
  /** The cause as an independent program sees it (witnesses), where the states alone do not tell it. */
  readonly seen?: string;
}

/** Check id → what must be found. `*` in an id stands for any part of a name; an exact id goes before a pattern. */
export type TruthTable = Readonly<Record<string, Expected>>;
export type Truth = Readonly<Record<Viewpoint, TruthTable>>;

/** The truth about one check; undefined where the table does not know it. */
export function truthAbout(table: TruthTable, checkId: string): Expected | undefined {
  return table[checkId] ?? table[patternFor(table, checkId) ?? ''];
}

/** The entries that no check of the list answers to: a scenario that claims something about nothing. */
export function unusedTruth(table: TruthTable, checkIds: readonly string[]): readonly string[] {
  const used = new Set(checkIds.map((id) => (id in table ? id : patternFor(table, id))));
  return Object.keys(table).filter((key) => !used.has(key));
}

function patternFor(table: TruthTable, checkId: string): string | undefined {
  return Object.keys(table).find((key) => key.includes('*') && matches(key, checkId));
}

function matches(pattern: string, checkId: string): boolean {
  const [head = '', tail = ''] = pattern.split('*');
  return checkId.startsWith(head) && checkId.endsWith(tail) && checkId.length > head.length + tail.length;
}

/** The base table with some entries in place of others. An exception to nothing is a mistake and throws. */
export function except(base: Truth, exceptions: Partial<Record<Viewpoint, TruthTable>>): Truth {
  const changed = (viewpoint: Viewpoint): TruthTable => {
    const table = base[viewpoint];
    for (const id of Object.keys(exceptions[viewpoint] ?? {})) {
      if (truthAbout(table, id) === undefined) throw new Error(`${id} is no check of the base truth`);
    }
    return { ...table, ...exceptions[viewpoint] };
  };
  return { workstation: changed('workstation'), device: changed('device'), server: changed('server') };
}

export const CONFIRMED: Expected = {
  portState: 'open',
  serviceState: 'confirmed',
  verdict: 'pass',
  reason: 'service-confirmed',
};

/** A port that is only connected to. */
export const CONNECTED: Expected = {
  portState: 'open',
  serviceState: 'not-checked',
  verdict: 'pass',
  reason: 'port-open',
};

/** A reset or an ICMP «port unreachable» came back. */
export const REFUSED: Expected = {
  portState: 'closed',
  serviceState: 'not-checked',
  verdict: 'fail',
  reason: 'refused',
};

/** Nothing came back over TCP. */
export const SILENT: Expected = {
  portState: 'filtered',
  serviceState: 'not-checked',
  verdict: 'fail',
  reason: 'no-answer',
};

/** Nothing came back over UDP. */
export const SILENT_UDP: Expected = { ...SILENT, portState: 'open|filtered' };

/** The firewall said that it forbids. */
export const REJECTED: Expected = {
  portState: 'filtered',
  serviceState: 'not-checked',
  verdict: 'fail',
  reason: 'rejected-by-network',
};
