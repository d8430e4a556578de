/** The names that stand on paper, the theme, and the version. */
import { ActionIcon, Popover, SegmentedControl, TextInput } from '@mantine/core';
import { IconSettings } from '@tabler/icons-react';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Settings, THEMES, type Theme } from '../../../src/contract/settings.ts';
import './settings.css';

interface SettingsPopoverProps {
  readonly settings: Settings;
  readonly version: string;
  readonly opened: boolean;
  readonly onOpened: (opened: boolean) => void;
  readonly onChange: (changed: Partial<Pick<Settings, 'theme' | 'engineer' | 'company'>>) => void;
}

const MAX_NAME = 200;

export function SettingsPopover(props: SettingsPopoverProps): ReactElement {
  const { settings, version, opened, onOpened, onChange } = props;
  const { t } = useTranslation();
  return (
    <Popover
      opened={opened}
      onChange={onOpened}
      position="bottom-end"
      width={320}
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          className="header-button"
          aria-label={t('common.settings')}
          aria-expanded={opened}
          title={t('common.settings')}
          onClick={() => onOpened(!opened)}
        >
          <IconSettings size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className="settings" aria-label={t('settings.title')}>
        <h2>{t('settings.title')}</h2>
        <NameField
          label={t('settings.engineer')}
          hint={t('settings.engineerHint')}
          value={settings.engineer}
          onSave={(engineer) => onChange({ engineer })}
        />
        <NameField
          label={t('settings.company')}
          hint={t('settings.companyHint')}
          value={settings.company}
          onSave={(company) => onChange({ company })}
        />
        <div>
          <p className="settings-label" id="settings-theme">
            {t('settings.theme')}
          </p>
          <SegmentedControl
            fullWidth
            aria-labelledby="settings-theme"
            value={settings.theme}
            data={THEMES.map((theme) => ({ value: theme, label: t(`settings.themes.${theme}`) }))}
            onChange={(theme) => onChange({ theme: theme as Theme })}
          />
        </div>
        <p className="settings-version numbers">{t('settings.version', { version })}</p>
      </Popover.Dropdown>
    </Popover>
  );
}

interface NameFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onSave: (value: string) => void;
}

/** Saved when the person leaves the field or presses Enter, not at every letter. */
function NameField({ label, hint, value, onSave }: NameFieldProps): ReactElement {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);

  function save(): void {
    const trimmed = text.trim();
    if (trimmed !== value) onSave(trimmed);
  }

  return (
    <TextInput
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description']}
      maxLength={MAX_NAME}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}
