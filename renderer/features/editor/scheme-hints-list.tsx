/** Advice about the servers of a scheme, in words; nothing of it keeps a profile from being saved. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PARTY_LABELS } from '../../../src/contract/labels.ts';
import type { Server } from '../../../src/contract/site.ts';
import type { Component, Scheme } from '../../../src/contract/words.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { Notice } from '../../ui/notice.tsx';
import { type SchemeHint, schemeHints } from './scheme-hints.ts';

interface SchemeHintsListProps {
  readonly scheme: Scheme;
  readonly servers: readonly Server[];
}

export function SchemeHintsList({ scheme, servers }: SchemeHintsListProps): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const hints = schemeHints(scheme, servers);
  if (hints.length === 0) return null;

  function names(components: readonly Component[]): string {
    return components.map((component) => PARTY_LABELS[component][language]).join(', ');
  }

  function textOf(hint: SchemeHint): string {
    switch (hint.code) {
      case 'missing':
      case 'only-ha':
        return t(`editor.hints.${hint.code}`, { components: names(hint.components) });
      case 'same-host':
        return t('editor.hints.same-host', { host: hint.host });
      default:
        return t(`editor.hints.${hint.code}`);
    }
  }

  return (
    <Notice tone="warn" title={t('editor.hints.title')}>
      <ul className="editor-hints">
        {hints.map((hint) => (
          <li key={textOf(hint)}>{textOf(hint)}</li>
        ))}
      </ul>
    </Notice>
  );
}
