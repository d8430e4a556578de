/** Under the editor: what stands in the way or waits to be saved, cancel and save. */
import { Button } from '@mantine/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

interface EditorFootProps {
  /** Problems to complain about; null while a save was not tried or nothing is wrong. */
  readonly problems: number | null;
  readonly dirty: boolean;
  readonly ready: boolean;
  readonly saving: boolean;
  readonly onGoToProblem: () => void;
  readonly onCancel: () => void;
  readonly onSave: () => void;
}

export function EditorFoot(props: EditorFootProps): ReactElement {
  const { t } = useTranslation();
  return (
    <footer className="visit-foot">
      {props.problems === null ? (
        <span className="visit-obstacle">{props.dirty ? t('editor.unsaved') : ''}</span>
      ) : (
        <span className="editor-problem" role="alert">
          {t('editor.problems', { count: props.problems })}{' '}
          <button type="button" className="link" onClick={props.onGoToProblem}>
            {t('editor.goTo')}
          </button>
        </span>
      )}
      <span className="visit-foot-space" />
      <Button onClick={props.onCancel}>{t('common.cancel')}</Button>
      <Button
        variant="filled"
        disabled={!props.ready}
        loading={props.saving}
        aria-keyshortcuts="Control+S"
        onClick={props.onSave}
      >
        {t('common.save')}
      </Button>
    </footer>
  );
}
