/** A question that must be answered before going on; the safe answer has the focus. */
import { Button, Modal } from '@mantine/core';
import type { ReactElement } from 'react';

interface Answer {
  readonly label: string;
  readonly primary?: boolean;
  readonly onChoose: () => void;
}

interface ConfirmDialogProps {
  readonly opened: boolean;
  readonly title: string;
  readonly text: string;
  readonly answers: readonly Answer[];
  readonly onClose: () => void;
}

export function ConfirmDialog({ opened, title, text, answers, onClose }: ConfirmDialogProps): ReactElement {
  return (
    <Modal opened={opened} onClose={onClose} title={title} withCloseButton={false} size={440}>
      <p style={{ color: 'var(--text2)' }}>{text}</p>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, justifyContent: 'flex-end', marginTop: 16 }}>
        {answers.map((answer) => (
          <Button
            key={answer.label}
            variant={answer.primary === true ? 'filled' : 'default'}
            data-autofocus={answer.primary === true ? true : undefined}
            onClick={answer.onChoose}
          >
            {answer.label}
          </Button>
        ))}
      </div>
    </Modal>
  );
}
