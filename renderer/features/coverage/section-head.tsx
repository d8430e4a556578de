/** The line above a section: which place proves it, how far that has come, and the way there. */
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Viewpoint } from '../../../src/contract/words.ts';
import type { SectionId } from '../../../src/report/sections.ts';
import { formatWhen } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import type { MatrixSection } from './matrix.ts';

interface SectionHeadProps {
  readonly section: MatrixSection;
  /** Null where the visit is closed. */
  readonly onMove: ((viewpoint: Viewpoint) => void) | null;
  readonly onTurn: (id: SectionId) => void;
}

export function SectionHead({ section, onMove, onTurn }: SectionHeadProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, done, total, folded, finished, untouched, seenAt } = section;
  const Chevron = folded ? IconChevronRight : IconChevronDown;

  function progress(): string {
    if (seenAt !== null)
      return t('coverage.sectionSeen', { done, total, when: formatWhen(seenAt, language) });
    return untouched
      ? t('coverage.sectionUntouched', { done, total })
      : t('coverage.sectionDone', { done, total });
  }

  return (
    <>
      <span className="section-texts">
        <Chevron size={16} stroke={1.75} aria-hidden className="section-chevron" />
        <span className="section-name">{t(`coverage.sections.${id}`)}</span>
        <span className="section-progress numbers">
          {progress()}
          {folded ? `, ${t('coverage.sectionHides')}` : ''}
        </span>
      </span>
      <span className="section-links">
        {finished > 0 ? (
          <button type="button" className="link" aria-expanded={!folded} onClick={() => onTurn(id)}>
            {folded ? t('coverage.showAll') : t('coverage.hideDone')}
          </button>
        ) : null}
        {onMove === null || done === total ? null : (
          <button type="button" className="link" onClick={() => onMove(section.place)}>
            {t(untouched ? 'coverage.goHere' : 'common.retry')}
          </button>
        )}
      </span>
    </>
  );
}
