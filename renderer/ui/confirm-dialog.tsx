/** A question that must be answered before going on; the safe answer has the focus. */
import { Button, Modal } from '@mantine/core';
import type { ReactElement } from 'react';
import './confirm-dialog.css';

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
    <Modal.Root opened={opened} onClose={onClose} size={440} centered transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content radius="lg">
        <Modal.Body className="confirm-dialog">
          <Modal.Title>{title}</Modal.Title>
          <p>{text}</p>
          <div className="confirm-answers">
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
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
