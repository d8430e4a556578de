/** Facts → verdict: what was observed of one check, and what that means for the requirement. */
import type { Check, Reason } from '../contract/check.ts';
import type { Observation } from '../contract/facts.ts';
import { type ReasonCode, type ReasonParams, reasonMessage } from '../contract/reasons.ts';
import type { Language, PortState, ServiceState, Stage, Verdict } from '../contract/words.ts';
import { judgeAnswer } from './judge-answer.ts';
import { judgeFailure } from './judge-failure.ts';
import type { Opinion } from './opinion.ts';

export interface JudgeRequest {
  readonly check: Check;
  readonly proof: 'direct' | 'indirect';
  readonly stage: Stage;
  readonly observation: Observation;
  /** A port of the same host that must not be open; null where it was not tried. */
  readonly decoy: { readonly outcome: 'pass' | 'fail' | 'error'; readonly port: number } | null;
  /** The address the run was bound to; null or absent where the system chose. */
  readonly localAddress?: string | null;
  readonly language: Language;
}

export interface Judgement {
  readonly portState: PortState | null;
  readonly serviceState: ServiceState;
  readonly verdict: Verdict;
  readonly reason: Reason;
}

const TOOL_CODES: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'not-implemented',
  'local-address-unavailable',
  'blocked-on-this-computer',
  'name-service-failed',
  'tool-failed',
]);

/** Said by the service itself, whatever stage it is. */
const SPOKE: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'service-confirmed',
  'login-required',
  'raw-model',
]);

/** What stands on an accepted connection and nothing else. */
const ONLY_CONNECTED: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'port-open',
  'open-before-install',
  'raw-no-model',
]);

/** The verdict of a check that was probed; pure. */
export function judge(request: JudgeRequest): Judgement {
  const { observation, check, language } = request;
  if (observation.outcome === 'cancelled') return judgeSkip('interrupted', language);
  const seen =
    observation.outcome === 'answered'
      ? judgeAnswer(check, observation)
      : judgeFailure(request, observation.failure);
  const staged = withoutTrustInDecoy(
    request.stage === 'before-install' ? beforeInstall(seen, request) : seen,
    request,
  );
  const opinion = request.proof === 'indirect' ? fromElsewhere(staged) : staged;
  const params: ReasonParams = {
    host: check.to.host,
    port: check.port,
    transport: check.transport,
    from: check.from,
    service: check.service,
    attempts: observation.attempts,
    ...opinion.params,
  };
  return {
    portState: opinion.portState,
    serviceState: opinion.serviceState,
    verdict: opinion.verdict,
    reason: { code: opinion.code, message: reasonMessage(opinion.code, params, language), params },
  };
}

/** The verdict of a check that the plan leaves out or that was not reached. */
export function judgeSkip(
  reason: 'other-viewpoint' | 'inside-one-server' | 'not-selected' | 'interrupted',
  language: Language,
): Judgement {
  return {
    portState: null,
    serviceState: 'not-checked',
    verdict: 'skip',
    reason: { code: reason, message: reasonMessage(reason, undefined, language) },
  };
}

/** Before installation only the path is judged: an open port is good, a refusal at least came back. */
function beforeInstall(opinion: Opinion, { check }: JudgeRequest): Opinion {
  if (opinion.concerns === 'path') return opinion;
  if (opinion.portState === 'closed') return { ...opinion, verdict: 'warn', code: 'refused-before-install' };
  if (opinion.portState !== 'open' || opinion.verdict === 'error') return opinion;
  if (opinion.code === 'reply-too-large') return { ...opinion, verdict: 'warn' };
  if (opinion.serviceState === 'mismatch') {
    return { ...opinion, verdict: 'warn', code: 'mismatch-before-install' };
  }
  // UDP has no handshake that could prove the path: without a protocol reply it never passes.
  if (SPOKE.has(opinion.code) || check.transport === 'udp') return opinion;
  return { ...opinion, verdict: 'pass', code: 'open-before-install' };
}

/** An accepted connection alone proves nothing where a port that cannot be open «opens» too, or could not be tried. */
function withoutTrustInDecoy(opinion: Opinion, request: JudgeRequest): Opinion {
  const { decoy } = request;
  const nothingSaid = opinion.serviceState === 'not-checked' || opinion.serviceState === 'silent';
  const onlyConnected = ONLY_CONNECTED.has(opinion.code);
  if (decoy === null || decoy.outcome === 'pass' || !onlyConnected || !nothingSaid) return opinion;
  return {
    ...opinion,
    verdict: 'warn',
    code: decoy.outcome === 'fail' ? 'decoy-open' : 'decoy-unknown',
    params: { ...opinion.params, other: decoy.port },
  };
}

/** A denial that may hang on the address of the asker, or is a proxy's: the right place may hear another one. */
const DENIALS_OF_A_PLACE: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'snmp-community-refused',
  'snmp-only-v3-answers',
  'redis-protected',
  'postgresql-login-refused',
  'ipp-forbidden',
  'nfs-refused',
  'proxy-login-required',
  'proxy-login-refused',
]);

/** From the wrong place only what the service said counts; silence, refusal and no route say nothing. */
function fromElsewhere(opinion: Opinion): Opinion {
  const pathAlone = opinion.concerns === 'path' && opinion.serviceState === 'confirmed';
  // Before installation an open port passes without a word from the service: from elsewhere that is silence.
  const answered = opinion.verdict === 'pass' && opinion.serviceState !== 'silent';
  if (answered || (pathAlone && opinion.verdict !== 'error')) {
    return { ...opinion, verdict: 'pass', code: 'answers-elsewhere' };
  }
  if (TOOL_CODES.has(opinion.code)) return opinion;
  const denied = opinion.serviceState === 'denied' && !DENIALS_OF_A_PLACE.has(opinion.code);
  const said = denied || opinion.serviceState === 'mismatch' || opinion.serviceState === 'confirmed';
  return said ? opinion : { ...opinion, verdict: 'skip', code: 'indirect-no-evidence' };
}
