/** RAW printing: an accepted connection is what is required; a model that was asked for is said. */
import type { RawFacts } from '../../contract/facts-raw.ts';
import type { Opinion } from '../opinion.ts';

/** The opinion after installation. */
export function judgeRaw({ asked, model }: RawFacts): Opinion {
  const connected = { portState: 'open', serviceState: 'not-checked', verdict: 'pass' } as const;
  if (!asked) return { ...connected, code: 'port-open' };
  if (model === null) return { ...connected, code: 'raw-no-model' };
  return { ...connected, serviceState: 'confirmed', code: 'raw-model', params: { seen: model } };
}
