/** The shape of every handler: one argument that the schema has accepted, an answer, or a thrown `BridgeFailure`. */
import type { Answers, Argument, Channel } from '../../src/contract/bridge.ts';

export type Handlers = { readonly [C in Channel]: (argument: Argument<C>) => Promise<Answers[C]> };
