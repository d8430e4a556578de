/** Pictures of a note or an item: small, opened on a press, added from a file and taken away again. */
import { ActionIcon, Button, Modal } from '@mantine/core';
import { IconPhoto, IconPhotoPlus, IconX } from '@tabler/icons-react';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../src/contract/visit.ts';
import './photo-strip.css';

interface PhotoStripProps {
  readonly photos: readonly Photo[];
  /** The picture as a `data:` URL; null where it cannot be read. */
  readonly load: (photoId: string) => Promise<string | null>;
  /** Null where nothing may be changed. */
  readonly onAdd: (() => void) | null;
  readonly onRemove: ((photoId: string) => void) | null;
}

export function PhotoStrip({ photos, load, onAdd, onRemove }: PhotoStripProps): ReactElement | null {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Photo | null>(null);
  if (photos.length === 0 && onAdd === null) return null;
  return (
    <div className="photos">
      {photos.length === 0 ? null : (
        <ul className="photos-list" aria-label={t('common.photos.label')}>
          {photos.map((photo) => (
            <li key={photo.id} className="photo">
              <button
                type="button"
                className="photo-open"
                aria-label={t('common.photos.open', { name: photo.name })}
                title={photo.name}
                onClick={() => setOpened(photo)}
              >
                <Picture photo={photo} load={load} />
              </button>
              {onRemove === null ? null : (
                <ActionIcon
                  className="photo-remove"
                  size={24}
                  variant="default"
                  aria-label={t('common.photos.remove', { name: photo.name })}
                  title={t('common.photos.remove', { name: photo.name })}
                  onClick={() => onRemove(photo.id)}
                >
                  <IconX size={14} stroke={2} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {onAdd === null ? null : (
        <Button
          className="small"
          leftSection={<IconPhotoPlus size={16} stroke={1.75} aria-hidden />}
          onClick={onAdd}
        >
          {t('common.photos.add')}
        </Button>
      )}
      <Modal
        opened={opened !== null}
        onClose={() => setOpened(null)}
        title={opened?.name}
        size="auto"
        centered
        closeButtonProps={{ 'aria-label': t('common.close') }}
        transitionProps={{ duration: 0 }}
      >
        <div className="photo-large">{opened === null ? null : <Picture photo={opened} load={load} />}</div>
      </Modal>
    </div>
  );
}

interface PictureProps {
  readonly photo: Photo;
  readonly load: (photoId: string) => Promise<string | null>;
}

function Picture({ photo, load }: PictureProps): ReactElement {
  const { t } = useTranslation();
  const [url, setUrl] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    let current = true;
    void load(photo.id).then((loaded) => {
      if (current) setUrl(loaded);
    });
    return () => {
      current = false;
    };
  }, [photo.id, load]);
  if (typeof url === 'string') return <img src={url} alt={photo.name} />;
  const missing = url === null ? t('common.photos.missing', { name: photo.name }) : undefined;
  return (
    <span className="photo-none" title={missing}>
      <IconPhoto size={20} stroke={1.5} aria-hidden />
      {missing === undefined ? null : <span className="visually-hidden">{missing}</span>}
    </span>
  );
}
