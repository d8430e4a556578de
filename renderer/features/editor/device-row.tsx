/** One device as a row of fields that are edited in place. */
// biome-ignore-all lint/a11y/useSemanticElements: a list that is drawn in part cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the fields inside the row take the focus
import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../src/contract/site.ts';

export const DEVICE_FIELDS = ['name', 'host', 'model', 'location'] as const;
export type DeviceField = (typeof DEVICE_FIELDS)[number];

interface DeviceRowProps {
  readonly device: Device;
  /** Its place in the whole list, from 0. */
  readonly index: number;
  /** Its place among the rows that are shown, heads counted. */
  readonly rowNumber: number;
  readonly chosen: boolean;
  /** The sentence about one field, or null; a string, so that a row without news is not drawn again. */
  readonly problem: string | null;
  readonly problemField: DeviceField | null;
  readonly onChange: (id: string, change: Partial<Device>) => void;
  readonly onLeave: (path: string) => void;
  readonly onMark: (id: string, range: boolean) => void;
}

export const DeviceRow = memo(function DeviceRow(props: DeviceRowProps): ReactElement {
  const { device, index, problem, problemField, onChange } = props;
  const { t } = useTranslation();
  const name = device.name || device.host || t('editor.devices.entry', { number: index + 1 });
  const problemId = `device-problem-${device.id}`;
  return (
    <div
      role="row"
      aria-rowindex={props.rowNumber}
      aria-selected={props.chosen}
      aria-label={t('editor.devices.entry', { number: index + 1 })}
      className="device-row"
      data-device-row={device.id}
    >
      <span role="gridcell" className="device-cell">
        <input
          type="checkbox"
          className="device-check"
          aria-label={t('editor.devices.choose', { name })}
          checked={props.chosen}
          // The press tells whether Shift was held, the change does not.
          onClick={(event) => props.onMark(device.id, event.shiftKey)}
          onChange={() => {}}
        />
      </span>
      {DEVICE_FIELDS.map((field) => {
        const wrong = field === problemField;
        return (
          <span key={field} role="gridcell" className="device-cell">
            <input
              className="device-input"
              data-path={`devices.${index}.${field}`}
              data-device-id={device.id}
              data-field={field}
              aria-label={`${t(`editor.devices.${field}`)}, ${t('editor.devices.entry', { number: index + 1 })}`}
              aria-required={field === 'host'}
              aria-invalid={wrong}
              {...(wrong ? { 'aria-describedby': problemId } : {})}
              title={device[field]}
              placeholder={field === 'host' ? '10.77.20.21' : ''}
              spellCheck={false}
              value={device[field]}
              onChange={(event) => onChange(device.id, { [field]: event.currentTarget.value })}
              onBlur={() => device[field] !== '' && props.onLeave(`devices.${index}.${field}`)}
            />
          </span>
        );
      })}
      <span role="gridcell" className="device-cell">
        <input
          type="checkbox"
          className="device-check"
          aria-label={t('editor.devices.askModel', { name })}
          title={t('editor.devices.askModelHint')}
          checked={device.askModel ?? false}
          onChange={(event) => onChange(device.id, { askModel: event.currentTarget.checked })}
        />
      </span>
      {problem === null ? null : (
        <p className="editor-problem device-problem" id={problemId} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
});
