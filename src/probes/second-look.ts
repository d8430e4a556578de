/** Telling protocols apart: one connection is asked, and when it is silent or odd, a second one is asked otherwise. */

export interface SecondLook<A, B> {
  readonly first: Promise<A>;
  /** Whether an answer, or a failure (`null`), leaves a doubt that the second look can clear. */
  readonly isDoubtful: (answer: A | null) => boolean;
  /** Null where it found nothing that decides. */
  readonly look: () => Promise<B | null>;
  /** After this much silence the second look starts beside the first, which goes on. */
  readonly patienceMs: number;
  readonly signal: AbortSignal;
}

export type Seen<A, B> =
  | { readonly by: 'first'; readonly answer: A }
  | { readonly by: 'second'; readonly answer: B };

/** Rejects as the first does, when the second look found nothing. The loser ends with the attempt's signal. */
export async function lookTwice<A, B>({
  first,
  isDoubtful,
  look,
  patienceMs,
  signal,
}: SecondLook<A, B>): Promise<Seen<A, B>> {
  let second: Promise<B | null> | null = null;
  const lookOnce = () => {
    if (second === null && signal.aborted) return Promise.resolve(null);
    second ??= look().catch(() => null);
    return second;
  };
  const settled = first.then(
    (answer) => ({ answer, error: null }),
    (error: unknown) => ({ answer: null, error }),
  );
  let timer: NodeJS.Timeout | undefined;
  const impatient = new Promise<B>((resolve) => {
    timer = setTimeout(() => {
      void lookOnce().then((found) => {
        if (found !== null) resolve(found);
      });
    }, patienceMs);
  });
  const earliest = await Promise.race([settled, impatient.then((found) => ({ found }))]);
  clearTimeout(timer);
  if ('found' in earliest) return { by: 'second', answer: earliest.found };
  if (isDoubtful(earliest.answer)) {
    const found = await lookOnce();
    if (found !== null) return { by: 'second', answer: found };
  }
  if (earliest.answer === null) throw earliest.error;
  return { by: 'first', answer: earliest.answer };
}
