/** A short message that leaves by itself; its close button has a name. */
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';

interface Message {
  readonly content: ReactNode;
  /** The name of the close button, in the language of the window. */
  readonly closeLabel: string;
  readonly id?: string;
  readonly autoCloseMs?: number;
}

const READING_MS = 6000;

export function showMessage({ content, closeLabel, id, autoCloseMs = READING_MS }: Message): void {
  notifications.show({
    message: content,
    autoClose: autoCloseMs,
    closeButtonProps: { 'aria-label': closeLabel },
    ...(id === undefined ? {} : { id }),
  });
}

export function hideMessage(id: string): void {
  notifications.hide(id);
}
