/** A text field of the profile that knows its path, and so its problem. */
import { TextInput } from '@mantine/core';
import { createContext, type ReactElement, useContext } from 'react';

export interface FieldHelp {
  /** The sentence to show under a field, or null while there is nothing to complain about. */
  readonly problemAt: (path: string) => string | null;
  readonly touch: (path: string) => void;
}

const FieldHelpContext = createContext<FieldHelp>({ problemAt: () => null, touch: () => {} });

export const FieldHelpProvider = FieldHelpContext.Provider;

export function useFieldHelp(): FieldHelp {
  return useContext(FieldHelpContext);
}

interface FieldProps {
  readonly path: string;
  readonly label: string;
  readonly value: string;
  readonly required?: boolean;
  readonly placeholder?: string;
  readonly numeric?: boolean;
  readonly onChange: (value: string) => void;
}

export function Field(props: FieldProps): ReactElement {
  const { path, label, value, required = false, numeric = false, onChange } = props;
  const { problemAt, touch } = useFieldHelp();
  return (
    <TextInput
      label={label}
      data-path={path}
      withAsterisk={required}
      aria-required={required}
      placeholder={props.placeholder ?? ''}
      value={value}
      error={problemAt(path)}
      {...(numeric ? { inputMode: 'numeric' as const } : {})}
      onChange={(event) => onChange(event.currentTarget.value)}
      // An empty field is complained about on saving: a sentence that appears now would move the button being pressed.
      onBlur={() => value !== '' && touch(path)}
    />
  );
}
