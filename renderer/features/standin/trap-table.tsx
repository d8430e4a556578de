/** The traps that came, one row each, the newest first. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../../src/contract/site.ts';
import { TRAP_NAMES } from '../../../src/contract/trap-texts.ts';
import type { TrapRecord } from '../../../src/contract/traps.ts';
import { formatExactTime } from '../../format.ts';
import { useLanguage } from '../../i18n/i18n.ts';
import { VerdictMark } from '../../signs.tsx';

interface TrapTableProps {
  readonly traps: readonly TrapRecord[];
  readonly devices: Site['devices'];
}

const COLUMNS = ['time', 'device', 'address', 'version', 'community', 'trap'] as const;

export function TrapTable({ traps, devices }: TrapTableProps): ReactElement {
  const { t } = useTranslation();
  const names = new Map(devices.map(({ id, name }) => [id, name || id]));
  return (
    <section className="trap-scroller" aria-label={t('traps.table')}>
      <table className="trap-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`traps.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {traps
            .map((trap, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: traps are only ever added, and two may be alike in everything
              <TrapRow key={index} trap={trap} device={names.get(trap.device ?? '') ?? null} />
            ))
            .reverse()}
        </tbody>
      </table>
    </section>
  );
}

function TrapRow({
  trap,
  device,
}: {
  readonly trap: TrapRecord;
  readonly device: string | null;
}): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { receivedAt, address, port, version, kind, communityAccepted, trapId } = trap;
  const community = communityAccepted === null ? 'none' : communityAccepted ? 'accepted' : 'refused';
  return (
    <tr>
      <td className="numbers">{formatExactTime(receivedAt, language)}</td>
      <td className={device === null ? 'trap-quiet' : 'trap-device'}>{device ?? t('traps.stranger')}</td>
      <td className="numbers">
        {address}
        <span className="trap-quiet">:{port}</span>
      </td>
      <td>
        {version} {t(`traps.kinds.${kind ?? 'hidden'}`)}
      </td>
      <td>
        <span className="trap-community">
          <VerdictMark sign={communityAccepted === true ? 'pass' : 'warn'} size={14} />
          {t(`traps.community.${community}`)}
        </span>
      </td>
      <td title={trapId ?? ''}>{trapId === null ? '—' : (TRAP_NAMES[trapId]?.[language] ?? trapId)}</td>
    </tr>
  );
}
