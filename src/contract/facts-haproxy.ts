/** What the `haproxy` probe observes: an HTTPS page, and whether it is the statistics page of HAProxy. */
import { z } from 'zod';
import { httpsShape } from './facts-parts.ts';

export const haproxyFactsSchema = z.object({
  ...httpsShape,
  /** The path whose reply this is: the panel's own, else the first that was asked. */
  path: z.string(),
  /** Whether the page is HAProxy's statistics page, by its title or by marks of its body. */
  panel: z.boolean(),
});
export type HaproxyFacts = Readonly<z.infer<typeof haproxyFactsSchema>>;
