/** The place to paste rows of a spreadsheet into; what is pasted is read as a table at once. */
import { Button } from '@mantine/core';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface PasteFieldProps {
  readonly focused: boolean;
  readonly onTake: (text: string) => void;
  /** Null where it is all there is. */
  readonly onClose: (() => void) | null;
}

export function PasteField({ focused, onTake, onClose }: PasteFieldProps): ReactElement {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  return (
    <div className="paste">
      <textarea
        ref={field}
        className="paste-field"
        rows={2}
        aria-label={t('editor.devices.pasteLabel')}
        placeholder={t('editor.devices.pasteHere')}
        value=""
        onPaste={(event) => {
          // The table around takes a paste of several cells for itself; here one address is a table as well.
          event.preventDefault();
          event.stopPropagation();
          const text = event.clipboardData.getData('text/plain');
          if (text.trim() !== '') onTake(text);
        }}
        onChange={() => {}}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose?.();
        }}
      />
      {onClose === null ? null : (
        <Button className="small" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      )}
    </div>
  );
}
