/** The passwords of a site in the editor: typed ones wait for the save, kept ones are known only by their place. */
import type { Answers, Bridge, BridgeError } from '../../../src/contract/bridge.ts';
import type { SecretKind } from '../../../src/contract/channels.ts';
import { attempt } from '../../call.ts';

export type TypedSecrets = Readonly<Partial<Record<SecretKind, string>>>;

export interface SecretsPart {
  /** Null until it is known, and where it cannot be found out. */
  readonly secrets: Answers['secrets:status'] | null;
  /** Written at the next save; never part of the profile. */
  readonly typed: TypedSecrets;
  readonly typeSecret: (kind: SecretKind, password: string) => void;
  readonly forgetSecret: (kind: SecretKind) => Promise<void>;
}

export const NO_SECRETS = { secrets: null, typed: {} } as const;

/** What the passwords need to know of the editor that they are part of. */
interface Editor {
  readonly get: () => SecretsPart & { readonly draft: { readonly id: string } | null };
  readonly set: (change: Partial<Pick<SecretsPart, 'secrets' | 'typed'>>) => void;
  readonly fail: (error: BridgeError) => void;
}

interface SecretsMachine {
  readonly actions: Pick<SecretsPart, 'typeSecret' | 'forgetSecret'>;
  readonly ask: (siteId: string) => Promise<void>;
  /** Gives the typed passwords away; what could not be kept stays typed, and the first error is returned. */
  readonly keep: (siteId: string, typed: TypedSecrets) => Promise<BridgeError | null>;
}

export function createSecretsPart(
  bridge: Pick<Bridge, 'secretsStatus' | 'setSecret'>,
  { get, set, fail }: Editor,
): SecretsMachine {
  return {
    actions: {
      typeSecret(kind, password) {
        set({ typed: { ...get().typed, [kind]: password } });
      },
      async forgetSecret(kind) {
        const siteId = get().draft?.id;
        if (siteId === undefined) return;
        const reply = await attempt(() => bridge.setSecret({ siteId, kind, password: null }));
        const { secrets, draft } = get();
        if (draft?.id !== siteId) return;
        if (!reply.ok) return fail(reply.error);
        if (secrets === null) return;
        set({ secrets: { ...secrets, secrets: { ...secrets.secrets, [kind]: reply.value.place } } });
      },
    },
    async ask(siteId) {
      const reply = await attempt(() => bridge.secretsStatus({ siteId }));
      if (reply.ok && get().draft?.id === siteId) set({ secrets: reply.value });
    },
    async keep(siteId, typed) {
      let failure: BridgeError | null = null;
      for (const [kind, password] of Object.entries(typed) as [SecretKind, string][]) {
        if (password === '') continue;
        const reply = await attempt(() => bridge.setSecret({ siteId, kind, password }));
        if (reply.ok) set({ typed: { ...get().typed, [kind]: '' } });
        else failure ??= reply.error;
      }
      return failure;
    },
  };
}
