/** By hand: what no probe can see, each with what was found, who said so, a note and photos. */
import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowRight } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Catalogue } from '../../../src/contract/catalogue.ts';
import { manualItemsOf } from './manual-items.ts';
import { ManualRow } from './manual-row.tsx';
import { isOpenVisit, type VisitStore } from './visit-store.ts';
import './manual.css';

interface ManualScreenProps {
  readonly store: VisitStore;
  readonly catalogue: Catalogue | null;
  readonly onNext: () => void;
}

export function ManualScreen({ store, catalogue, onNext }: ManualScreenProps): ReactElement | null {
  const { t } = useTranslation();
  const state = useStore(store);
  const { site, visit } = state;
  useHotkeys([['mod+Enter', onNext]], []);
  if (site === null || visit === null) return null;
  const items = manualItemsOf(catalogue, site);
  const answers = new Map(visit.manual.map((answer) => [answer.itemId, answer]));
  const looked = items.filter(({ id }) => answers.has(id)).length;
  const readOnly = !isOpenVisit(visit);

  async function addPhotos(itemId: string): Promise<void> {
    const photos = await store.getState().takePhotos();
    const known = store.getState().visit?.manual.find((answer) => answer.itemId === itemId)?.photos ?? [];
    if (photos.length > 0) state.answerManual(itemId, { photos: [...known, ...photos] });
  }

  return (
    <div className="manual">
      {/* Of a closed visit everything inside is disabled, and the keyboard must still scroll it. */}
      <div className="manual-body" {...(readOnly ? { tabIndex: 0 } : {})}>
        <div>
          <h1>{t('manual.title')}</h1>
          <p className="manual-why">{t('manual.why')}</p>
        </div>
        {items.length === 0 ? (
          <p className="manual-none">{t('manual.none')}</p>
        ) : (
          <ul className="manual-list">
            {items.map((item) => (
              <ManualRow
                key={item.id}
                item={item}
                requirements={catalogue?.requirements ?? []}
                answer={answers.get(item.id) ?? null}
                readOnly={readOnly}
                loadPhoto={state.photoUrl}
                onAnswer={(patch) => state.answerManual(item.id, patch)}
                onAddPhotos={() => void addPhotos(item.id)}
              />
            ))}
          </ul>
        )}
      </div>
      <footer className="visit-foot">
        <span className="numbers" role="status">
          {t('manual.looked', { done: looked, total: items.length })}
        </span>
        <span className="visit-foot-space" />
        <Button
          variant="filled"
          rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}
          aria-keyshortcuts="Control+Enter"
          onClick={onNext}
        >
          {t('manual.next')}
        </Button>
      </footer>
    </div>
  );
}
