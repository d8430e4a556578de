/** The place to paste rows of a spreadsheet into; what is pasted is read as a table at once. */
import { Button } from '@mantine/core';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface PasteFieldProps {
  /** How many times it was asked for: each time it takes the focus, and where nobody asked it does not. */
  readonly asked: number;
  readonly onTake: (text: string) => void;
  /** Null where it is all there is. */
  readonly onClose: (() => void) | null;
}

export function PasteField({ asked, onTake, onClose }: PasteFieldProps): ReactElement {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (asked > 0) field.current?.focus();
  }, [asked]);
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
