/** Causes that explain several rows, and the run's check of itself. */
import { IconShieldCheck, IconShieldQuestion, IconShieldX } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ADDRESSEE_LABELS } from '../../../src/contract/addressees.ts';
import type { Control, Finding } from '../../../src/contract/run.ts';
import { lowerFirst } from '../../../src/contract/sentence.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { VerdictMark } from '../../signs.tsx';
import { ArrowText } from '../../ui/arrow-text.tsx';

interface CausesPanelProps {
  readonly findings: readonly Finding[];
  readonly controls: readonly Control[];
  readonly going: boolean;
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (finding: Finding) => void;
  /** Leads to the requests to open ports. */
  readonly onRequest: () => void;
}

export function CausesPanel(props: CausesPanelProps): ReactElement {
  const { findings, controls, going, chosen, onChoose, onRequest } = props;
  const { t } = useTranslation();
  return (
    <aside className="causes" aria-label={t('results.causes.title')}>
      <h2 className="causes-head">
        {t('results.causes.title')} <span className="causes-count numbers">{findings.length}</span>
      </h2>
      <ul className="causes-list">
        {findings.length === 0 ? (
          <li className="causes-none">{going ? t('results.causes.noneYet') : t('results.causes.none')}</li>
        ) : null}
        {findings.map((finding) => (
          <Cause
            key={`${finding.code} ${finding.checks[0] ?? ''}`}
            finding={finding}
            isChosen={chosen !== null && finding.checks.every((id) => chosen.has(id))}
            onChoose={onChoose}
            onRequest={onRequest}
          />
        ))}
      </ul>
      <SelfCheck controls={controls} going={going} />
    </aside>
  );
}

interface CauseProps {
  readonly finding: Finding;
  readonly isChosen: boolean;
  readonly onChoose: (finding: Finding) => void;
  readonly onRequest: () => void;
}

function Cause({ finding, isChosen, onChoose, onRequest }: CauseProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [isOpened, setIsOpened] = useState(false);
  const { severity, title, explanation, remedy, addressee, checks } = finding;
  return (
    <li className="cause">
      <VerdictMark sign={severity} size={15} />
      <div className="cause-body">
        <p className="cause-title">{title}</p>
        {remedy === null ? null : (
          <p className="cause-remedy">
            <ArrowText text={remedy} />
          </p>
        )}
        {addressee === undefined || remedy === null ? null : (
          <p className="cause-remedy">
            {t('results.causes.addressee', { who: lowerFirst(ADDRESSEE_LABELS[addressee][language]) })}
          </p>
        )}
        <p className="cause-foot">
          <span>{t('common.checks', { count: checks.length })}</span>
          <button type="button" className="link" aria-pressed={isChosen} onClick={() => onChoose(finding)}>
            {t('results.causes.show')}
          </button>
          {explanation === undefined ? null : (
            <button
              type="button"
              className="link"
              aria-expanded={isOpened}
              onClick={() => setIsOpened((opened) => !opened)}
            >
              {t('results.causes.why')}
            </button>
          )}
          {addressee === 'network-admin' ? (
            <button type="button" className="link" onClick={onRequest}>
              {t('results.causes.request')}
            </button>
          ) : null}
        </p>
        {isOpened && explanation !== undefined ? (
          <p className="cause-remedy">
            <ArrowText text={explanation} />
          </p>
        ) : null}
      </div>
    </li>
  );
}

function SelfCheck({
  controls,
  going,
}: {
  readonly controls: readonly Control[];
  readonly going: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const failed = controls.find(({ outcome }) => outcome === 'fail');
  const unsure = controls.find(({ outcome }) => outcome === 'error');
  const passed = controls.filter(({ outcome }) => outcome === 'pass').length;
  const total = controls.length;
  const Icon =
    failed !== undefined
      ? IconShieldX
      : total === 0 || unsure !== undefined
        ? IconShieldQuestion
        : IconShieldCheck;
  const tone = failed !== undefined ? 'fail' : total === 0 || unsure !== undefined ? 'quiet' : 'pass';

  function text(): string {
    if (failed !== undefined) return t('results.control.failed', { message: failed.message });
    if (unsure !== undefined) return t('results.control.pending', { passed, total, message: unsure.message });
    if (total === 0) return going ? t('results.control.waiting') : t('results.control.none');
    return t('results.control.passed', { passed, total });
  }

  return (
    <p className="self-check">
      <span data-tone={tone}>
        <Icon size={16} stroke={1.75} aria-hidden />
      </span>
      <span>{text()}</span>
    </p>
  );
}
