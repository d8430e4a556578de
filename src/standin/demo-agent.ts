/** The SNMP agent of a demo device: what a printer says of itself, and of nothing else. */
import { type AgentValue, startSnmpAgentStandin } from './snmp-standin.ts';
import type { ListenOptions, Standin } from './standin.ts';

/** System group (RFC 3418), HOST-RESOURCES-MIB (RFC 2790) and Printer-MIB (RFC 3805). */
const OBJECTS: Readonly<Record<string, AgentValue>> = {
  '1.3.6.1.2.1.1.1.0': { text: 'Printum Demo MFP' },
  '1.3.6.1.2.1.1.2.0': { objectId: '1.3.6.1.4.1.8072.3.2.255' },
  '1.3.6.1.2.1.1.5.0': { text: 'demo-mfp' },
  '1.3.6.1.2.1.25.3.2.1.3.1': { text: 'Demo MFP' },
  '1.3.6.1.2.1.25.3.2.1.5.1': { integer: 2 },
  '1.3.6.1.2.1.25.3.5.1.1.1': { integer: 3 },
  '1.3.6.1.2.1.43.5.1.1.16.1': { text: 'Demo MFP' },
  '1.3.6.1.2.1.43.10.2.1.4.1.1': { counter: 12_345 },
};

/** prtGeneralSerialNumber: two devices with one number would be a fault of the site. */
const SERIAL_NUMBER = '1.3.6.1.2.1.43.5.1.1.17.1';

export function startDemoAgent(where: ListenOptions): Promise<Standin> {
  const serial = { text: where.host === '127.0.0.1' ? 'DEMO-0001' : 'DEMO-0002' };
  const objects = { ...OBJECTS, [SERIAL_NUMBER]: serial };
  return startSnmpAgentStandin({ ...where, community: 'public', versions: ['v1', 'v2c'], objects });
}
