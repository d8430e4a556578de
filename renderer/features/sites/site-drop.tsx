/** Takes profiles dropped anywhere on the window, and says so while they are held over it. */
import { IconFileImport } from '@tabler/icons-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showMessage } from '../../show-message.ts';
import type { SitesStore } from './sites-store.ts';
import './site-drop.css';

interface SiteDropProps {
  readonly store: SitesStore;
  /** Leads to the list, where the new site is chosen and a refused file is named. */
  readonly onDropped: () => void;
}

export function SiteDrop({ store, onDropped }: SiteDropProps): ReactElement | null {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  /** Entering a child comes before leaving its parent, so the window is left when as many leave as entered. */
  const depth = useRef(0);

  useEffect(() => {
    function onEnter(event: DragEvent): void {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth.current += 1;
      setHeld(true);
    }
    function onOver(event: DragEvent): void {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
    }
    function onLeave(event: DragEvent): void {
      if (!holdsFiles(event)) return;
      depth.current = Math.max(0, depth.current - 1);
      if (depth.current === 0) setHeld(false);
    }
    function onDrop(event: DragEvent): void {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      depth.current = 0;
      setHeld(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) void take(files);
    }
    async function take(files: readonly File[]): Promise<void> {
      const sites = await store.getState().importDropped(files);
      onDropped();
      const [only] = sites;
      if (only === undefined) return;
      const content =
        sites.length === 1
          ? t('sites.imported', { name: only.name })
          : t('sites.drop.imported', { count: sites.length });
      showMessage({ content, closeLabel: t('common.close') });
    }
    window.addEventListener('dragenter', onEnter);
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragenter', onEnter);
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [store, onDropped, t]);

  if (!held) return null;
  return (
    <div className="site-drop" role="status">
      <p className="site-drop-card">
        <IconFileImport size={32} stroke={1.5} aria-hidden />
        <strong>{t('sites.drop.title')}</strong>
        <span>{t('sites.drop.text')}</span>
      </p>
    </div>
  );
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}
