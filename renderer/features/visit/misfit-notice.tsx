/** The warning that the laptop is not where the person says it is; it must be answered. */

import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { VIEWPOINT_LABELS } from '../../../src/contract/labels.ts';
import { lowerFirst } from '../../../src/contract/sentence.ts';
import type { Viewpoint } from '../../../src/contract/words.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { PlaceIcon } from '../../signs.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Misfit } from './looks-like.ts';

interface MisfitNoticeProps {
  readonly viewpoint: Viewpoint;
  readonly misfit: Misfit;
  readonly onChange: (viewpoint: Viewpoint) => void;
  readonly onRefresh: () => void;
  readonly onConfirm: () => void;
}

export function MisfitNotice(props: MisfitNoticeProps): ReactElement {
  const { viewpoint } = props;
  const { addresses, looks } = props.misfit;
  const { t } = useTranslation();
  const language = useLanguage();
  const better: Viewpoint = looks === 'device' || looks === 'server' ? looks : 'workstation';
  return (
    <Notice
      tone="warn"
      title={t(`visit.misfit.title.${viewpoint}`)}
      actions={
        <>
          <Button
            className="small"
            leftSection={<PlaceIcon viewpoint={better} />}
            onClick={() => props.onChange(better)}
          >
            {t('visit.misfit.change', { place: lowerFirst(VIEWPOINT_LABELS[better][language]) })}
          </Button>
          <Button
            className="small"
            leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
            onClick={props.onRefresh}
          >
            {t('visit.misfit.recable')}
          </Button>
          <Button className="small" variant="subtle" onClick={props.onConfirm}>
            {t('visit.misfit.confirm')}
          </Button>
        </>
      }
    >
      <p>
        {t(`visit.misfit.text.${viewpoint}`, {
          address: addresses.join(', '),
          looks: t(`visit.looks.${looks}`),
        })}
      </p>
    </Notice>
  );
}
