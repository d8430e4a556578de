/** The strip above every screen: the mark, where you are, language, theme, settings. */
// biome-ignore-all lint/a11y/useSemanticElements: a fieldset draws a frame and a legend of its own
import { ActionIcon } from '@mantine/core';
import { IconChevronRight, IconMoon, IconSun } from '@tabler/icons-react';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../../src/contract/words.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import './header.css';

export interface Crumb {
  readonly label: string;
  readonly demo?: ReactNode;
  readonly onGo?: () => void;
}

interface HeaderProps {
  readonly crumbs: readonly Crumb[];
  readonly language: Language;
  readonly dark: boolean;
  readonly settings: ReactNode;
  readonly onLanguage: (language: Language) => void;
  readonly onTheme: (theme: 'light' | 'dark') => void;
}

const LANGUAGE_SIGNS: Readonly<Record<Language, string>> = { ru: 'РУ', en: 'EN' };
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { ru: 'Русский', en: 'English' };

export function Header({ crumbs, language, dark, settings, onLanguage, onTheme }: HeaderProps): ReactElement {
  const { t } = useTranslation();
  const themeLabel = dark ? t('common.themeToLight') : t('common.themeToDark');
  return (
    <header className="header">
      <BrandMark />
      <nav className="crumbs" aria-label={t('common.breadcrumbs')}>
        {crumbs.map((crumb, index) => (
          <Fragment key={crumb.label}>
            {index === 0 ? null : (
              <IconChevronRight size={14} stroke={1.75} aria-hidden className="crumb-mark" />
            )}
            {crumb.onGo === undefined ? (
              <span
                className="crumb one-line"
                title={crumb.label}
                {...(index === crumbs.length - 1 ? { 'aria-current': 'page' as const } : {})}
              >
                {crumb.label}
              </span>
            ) : (
              <button type="button" className="crumb crumb-link" onClick={crumb.onGo}>
                {crumb.label}
              </button>
            )}
            {crumb.demo}
          </Fragment>
        ))}
      </nav>
      <div className="languages" role="group" aria-label={t('common.language')}>
        {LANGUAGES.map((entry) => (
          <button
            key={entry}
            type="button"
            lang={entry}
            aria-label={LANGUAGE_NAMES[entry]}
            title={LANGUAGE_NAMES[entry]}
            aria-pressed={entry === language}
            onClick={() => onLanguage(entry)}
          >
            {LANGUAGE_SIGNS[entry]}
          </button>
        ))}
      </div>
      <ActionIcon
        variant="subtle"
        className="header-button"
        aria-label={themeLabel}
        title={themeLabel}
        onClick={() => onTheme(dark ? 'light' : 'dark')}
      >
        {dark ? (
          <IconSun size={16} stroke={1.75} aria-hidden />
        ) : (
          <IconMoon size={16} stroke={1.75} aria-hidden />
        )}
      </ActionIcon>
      {settings}
    </header>
  );
}
