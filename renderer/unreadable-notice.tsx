/** Files that could not be read: each named, with the reason and the place where it now lies. */
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnreadableFile } from '../src/contract/bridge.ts';
import { Notice } from './ui/notice.tsx';

interface UnreadableNoticeProps {
  readonly files: readonly UnreadableFile[];
  readonly onClose: () => void;
}

export function UnreadableNotice({ files, onClose }: UnreadableNoticeProps): ReactElement | null {
  const { t } = useTranslation();
  if (files.length === 0) return null;
  return (
    <Notice
      tone="warn"
      title={t('common.unreadable.title', { count: files.length })}
      actions={
        <Button className="small" onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      <ul>
        {files.map((file) => (
          <li key={file.file}>
            <strong>{file.file}</strong>: {file.problem};{' '}
            {file.movedTo === null
              ? t('common.unreadable.notMoved')
              : t('common.unreadable.moved', { path: file.movedTo })}
          </li>
        ))}
      </ul>
      <p>{t('common.unreadable.safe')}</p>
    </Notice>
  );
}
