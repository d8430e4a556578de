/** The shape of every handler: one argument that the schema has accepted, an answer, or a thrown `BridgeFailure`. */
import type { Answers } from '../../src/contract/bridge.ts';
import type { Argument, Channel } from '../../src/contract/channels.ts';

export type Handlers = { readonly [C in Channel]: (argument: Argument<C>) => Promise<Answers[C]> };
