/** Causes that explain several rows, and the run's check of itself. */
import { IconShieldCheck, IconShieldQuestion, IconShieldX } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Control, Finding } from '../../../src/contract/run.ts';
import { VerdictMark } from '../../signs.tsx';
import { ArrowText } from '../../ui/arrow-text.tsx';

interface CausesPanelProps {
  readonly findings: readonly Finding[];
  readonly controls: readonly Control[];
  readonly going: boolean;
  readonly chosen: ReadonlySet<string> | null;
  readonly onChoose: (finding: Finding) => void;
}

export function CausesPanel({ findings, controls, going, chosen, onChoose }: CausesPanelProps): ReactElement {
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
          <li key={`${finding.code} ${finding.checks[0] ?? ''}`} className="cause">
            <VerdictMark sign={finding.severity} size={15} />
            <div className="cause-body">
              <p className="cause-title">{finding.title}</p>
              {finding.remedy === null ? null : (
                <p className="cause-remedy">
                  <ArrowText text={finding.remedy} />
                </p>
              )}
              <p className="cause-foot">
                <span>{t('common.checks', { count: finding.checks.length })}</span>
                <button
                  type="button"
                  className="link"
                  aria-pressed={chosen !== null && finding.checks.every((id) => chosen.has(id))}
                  onClick={() => onChoose(finding)}
                >
                  {t('results.causes.show')}
                </button>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <SelfCheck controls={controls} going={going} />
    </aside>
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
