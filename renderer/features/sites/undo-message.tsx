/** A message with the way back. */
import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import type { ReactElement } from 'react';

interface UndoMessageProps {
  readonly text: string;
  readonly undo: string;
  readonly onUndo: () => void;
}

export function UndoMessage({ text, undo, onUndo }: UndoMessageProps): ReactElement {
  return (
    <span className="undo-message">
      <span>{text}</span>
      <Button
        className="small"
        leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
        onClick={onUndo}
      >
        {undo}
      </Button>
    </span>
  );
}
