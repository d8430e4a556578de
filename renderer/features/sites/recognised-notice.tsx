/** The network looks like one that was seen at an earlier visit: an offer to open that site. */
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../../src/contract/site.ts';
import { Notice } from '../../ui/notice.tsx';

interface RecognisedNoticeProps {
  /** At least one. */
  readonly sites: readonly Site[];
  readonly gateway: string | null;
  readonly onOpen: (siteId: string) => void;
  readonly onClose: () => void;
}

export function RecognisedNotice({ sites, gateway, onOpen, onClose }: RecognisedNoticeProps): ReactElement {
  const { t } = useTranslation();
  const [only] = sites;
  const title =
    sites.length === 1 && only !== undefined
      ? t('sites.recognised.one', { name: only.name })
      : t('sites.recognised.several');
  return (
    <Notice
      tone="ind"
      title={title}
      actions={
        <>
          {sites.map(({ id, name }) => (
            <Button key={id} className="small sites-recognised-open" onClick={() => onOpen(id)}>
              {sites.length === 1 ? t('sites.recognised.open') : name}
            </Button>
          ))}
          <Button className="small" variant="subtle" onClick={onClose}>
            {t('sites.recognised.no')}
          </Button>
        </>
      }
    >
      <p>{gateway === null ? t('sites.recognised.why') : t('sites.recognised.whyGateway', { gateway })}</p>
    </Notice>
  );
}
