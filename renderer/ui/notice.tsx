/** A block that says what is wrong, what is safe and what to do; never colour alone. */
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import './notice.css';

export type NoticeTone = 'warn' | 'fail' | 'ind';

interface NoticeProps {
  readonly tone: NoticeTone;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

const ICONS = { warn: IconAlertTriangle, fail: IconCircleX, ind: IconInfoCircle } as const;

export function Notice({ tone, title, children, actions }: NoticeProps): ReactElement {
  const Icon = ICONS[tone];
  return (
    <section
      className="notice"
      data-notice={tone}
      role={tone === 'fail' ? 'alert' : 'note'}
      aria-label={title}
    >
      <span data-tone={tone} className="notice-icon">
        <Icon size={16} stroke={1.75} aria-hidden />
      </span>
      <div className="notice-body">
        <p className="notice-title">{title}</p>
        {children}
        {actions === undefined ? null : <div className="notice-actions">{actions}</div>}
      </div>
    </section>
  );
}
