/** The `tcp` probe: does the port accept a connection? Not one byte is written, so RAW 9100 prints nothing. */
import { dial, hangUp } from './dial.ts';
import type { Probe } from './probe.ts';

export const tcpProbe: Probe<'tcp'> = {
  run: async (target, _options, context) => {
    const { socket, address, localAddress } = await dial(target, context);
    hangUp(socket);
    return { address, localAddress };
  },
};
