/** Remote procedures of one host, each over a connection of its own that ends with its answer. */
import type { Socket } from 'node:net';
import { converse } from './conversation.ts';
import { dialAddress } from './dial.ts';
import { toProbeError } from './errors.ts';
import { type ProbeContext, ProbeError } from './probe.ts';
import { encodeRpcCall, parseRpcReply, type RpcCall, type RpcReply } from './wire/sun-rpc.ts';

export type Call = Omit<RpcCall, 'callId'>;
export type Answer = RpcReply | { readonly state: 'silent'; readonly failure: string };

export const CALL_ID = 0x50_53_43_31;
const REPLY_LIMIT = 300 * 1024;

/** Never throws: what went wrong is the `failure` of a silence. */
export async function callAt(
  address: string,
  port: number,
  call: Call,
  context: ProbeContext,
): Promise<Answer> {
  let socket: Socket | null = null;
  try {
    socket = (await dialAddress(address, port, context)).socket;
    const answer = await callOver(socket, call, context);
    if (answer.kind === 'other') throw new ProbeError('protocol', 'no RPC');
    return answer.value;
  } catch (error) {
    return { state: 'silent', failure: toProbeError(error).code };
  } finally {
    socket?.destroy();
  }
}

/** Over a connection that stands. Rejects as `hear` does. */
export async function callOver(socket: Socket, call: Call, context: ProbeContext) {
  const { program, version, procedure } = call;
  context.trace(`> RPC program ${program}, version ${version}, procedure ${procedure}`);
  const conversation = converse(socket, context, REPLY_LIMIT);
  conversation.send(encodeRpcCall({ callId: CALL_ID, ...call }));
  const told = await conversation.hear((bytes) => parseRpcReply(bytes, CALL_ID));
  if (told.kind === 'told')
    context.trace(`< RPC program ${program}, version ${version}: ${told.value.state}`);
  return told;
}
