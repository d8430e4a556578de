/** An operation that failed: what, why, and the details to hand to support. */
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { BridgeError } from '../src/contract/bridge.ts';
import { Notice } from './ui/notice.tsx';

interface FailureNoticeProps {
  readonly title: string;
  readonly error: BridgeError;
  readonly actions?: ReactNode;
  readonly onClose?: () => void;
}

export function FailureNotice({ title, error, actions, onClose }: FailureNoticeProps): ReactElement {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 2000 });
  return (
    <Notice
      tone="fail"
      title={title}
      actions={
        <>
          {actions}
          <Button
            className="small"
            onClick={() => clipboard.copy(`${title}\n${error.code}: ${error.message}`)}
          >
            {clipboard.copied ? t('common.copied') : t('common.copyDetails')}
          </Button>
          {onClose === undefined ? null : (
            <Button className="small" variant="subtle" onClick={onClose}>
              {t('common.close')}
            </Button>
          )}
        </>
      }
    >
      <p>{error.message}</p>
    </Notice>
  );
}
