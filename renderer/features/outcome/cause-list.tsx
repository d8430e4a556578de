/** What stands in the way, in the order of what it blocks: what to do, and who can do it. */
import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ADDRESSEE_LABELS } from '../../../src/contract/addressees.ts';
import type { Finding } from '../../../src/contract/run.ts';
import { lowerFirst } from '../../../src/contract/sentence.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { VerdictMark } from '../../signs.tsx';
import { ArrowText } from '../../ui/arrow-text.tsx';

interface CauseListProps {
  readonly findings: readonly Finding[];
  /** Nothing is left to look at. */
  readonly complete: boolean;
  readonly onChecks: (checkIds: readonly string[]) => void;
}

export function CauseList({ findings, complete, onChecks }: CauseListProps): ReactElement {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());

  function turn(key: string): void {
    setOpened((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  }

  if (findings.length === 0) {
    return (
      <p className="outcome-quiet">{complete ? t('outcome.causes.none') : t('outcome.causes.noneYet')}</p>
    );
  }
  return (
    <ol className="outcome-causes">
      {findings.map((finding, index) => {
        const key = `${finding.code} ${finding.checks[0] ?? ''}`;
        return (
          <Cause
            key={key}
            finding={finding}
            number={index + 1}
            opened={opened.has(key)}
            onTurn={() => turn(key)}
            onChecks={() => onChecks(finding.checks)}
          />
        );
      })}
    </ol>
  );
}

interface CauseProps {
  readonly finding: Finding;
  readonly number: number;
  readonly opened: boolean;
  readonly onTurn: () => void;
  readonly onChecks: () => void;
}

function Cause({ finding, number, opened, onTurn, onChecks }: CauseProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { severity, title, explanation, remedy, addressee, checks } = finding;
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <li className="outcome-cause">
      <span className="outcome-cause-number numbers">{number}</span>
      <VerdictMark sign={severity} />
      <div className="outcome-cause-body">
        <button type="button" className="outcome-cause-title" aria-expanded={opened} onClick={onTurn}>
          <ArrowText text={title} />
          <Chevron size={14} stroke={1.75} aria-hidden />
        </button>
        {opened && explanation !== undefined && explanation !== '' ? (
          <p className="outcome-cause-text">
            <ArrowText text={explanation} />
          </p>
        ) : null}
        {remedy === null ? null : (
          <p className="outcome-cause-text">
            <ArrowText text={remedy} />
          </p>
        )}
        {addressee === undefined ? null : (
          <p className="outcome-cause-quiet">
            {t('outcome.causes.addressee', { who: lowerFirst(ADDRESSEE_LABELS[addressee][language]) })}
          </p>
        )}
        {opened ? (
          <p className="outcome-cause-foot">
            <span className="numbers">{t('common.checks', { count: checks.length })}</span>
            <Button className="small" onClick={onChecks}>
              {t('outcome.map.toChecks')}
            </Button>
          </p>
        ) : null}
      </div>
    </li>
  );
}
