/** SCRAM-SHA-256 by the example of its standard (RFC 7677, 3). */
import { describe, expect, it } from 'vitest';
import { startScram } from '../../../src/probes/scram.ts';

const NONCE = 'rOprNGfwEbeRWgbNEkqO';
const CHALLENGE = `r=${NONCE}%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096`;

describe('startScram', () => {
  it('answers the example of the standard as the standard does', async () => {
    const scram = startScram('pencil', NONCE, 'user');
    expect(scram.first).toBe(`n,,n=user,r=${NONCE}`);
    expect(await scram.answer(CHALLENGE)).toBe(
      `c=biws,r=${NONCE}%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=`,
    );
    expect(scram.isGenuine('v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=')).toBe(true);
  });

  it.each(['v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95H4=', 'v=', 'e=other-error', ''])(
    'does not believe a server that says %j',
    async (final) => {
      const scram = startScram('pencil', NONCE, 'user');
      expect(scram.isGenuine(final)).toBe(false);
      await scram.answer(CHALLENGE);
      expect(scram.isGenuine(final)).toBe(false);
    },
  );

  it.each([
    ['', 'nothing'],
    [CHALLENGE.replace(NONCE, 'another'), 'the nonce of somebody else'],
    [CHALLENGE.replace('4096', '99999999999'), 'work without end'],
    [CHALLENGE.replace('4096', '0'), 'no work'],
    [CHALLENGE.replace('4096', 'x'), 'no number'],
  ])('refuses %j: %s', async (challenge) => {
    const scram = startScram('pencil', NONCE, 'user');
    await expect(scram.answer(challenge)).rejects.toMatchObject({ code: 'protocol' });
  });
});
