/** A search field that `/` focuses and Escape clears. */
import { TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactElement, useRef } from 'react';
import { Kbd } from './kbd.tsx';

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly width: number;
  readonly onChange: (value: string) => void;
}

export function SearchField({ label, value, width, onChange }: SearchFieldProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => input.current?.select()]]);
  return (
    <TextInput
      ref={input}
      className="search-field"
      style={{ width, maxWidth: '100%' }}
      type="search"
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={label}
      value={value}
      leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
      rightSection={<Kbd>/</Kbd>}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        if (value === '') input.current?.blur();
        else onChange('');
      }}
    />
  );
}
