/** A text of the settings: saved when the person leaves the field or presses Enter, not at every letter. */
import { TextInput } from '@mantine/core';
import { type ReactElement, useEffect, useState } from 'react';

interface SettingTextProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly maxLength?: number;
  readonly numeric?: boolean;
  /** The sentence about a text that cannot be saved, or null where it can. */
  readonly problemOf?: (text: string) => string | null;
  readonly onSave: (text: string) => void;
}

export function SettingText(props: SettingTextProps): ReactElement {
  const { label, hint, value, numeric = false, onSave } = props;
  const [text, setText] = useState(value);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => setText(value), [value]);

  function save(): void {
    const trimmed = text.trim();
    const found = props.problemOf?.(trimmed) ?? null;
    setProblem(found);
    if (found === null && trimmed !== value) onSave(trimmed);
  }

  return (
    <TextInput
      label={label}
      description={hint}
      error={problem}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      {...(numeric ? { inputMode: 'numeric' as const } : {})}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}
