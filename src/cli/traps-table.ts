/** Traps as lines and columns for a terminal. */
import type { Site } from '../contract/site.ts';
import { fillTrapText, REFUSAL_REMEDY, SILENCE_REMEDY, TRAP_NAMES } from '../contract/trap-texts.ts';
import { hearingOf, KEPT_TRAPS, type TrapRecord, type TrapReport } from '../contract/traps.ts';
import type { Language } from '../contract/words.ts';
import { alignColumns, plain } from './columns.ts';
import { STANDIN_TEXTS } from './standin-texts.ts';
import { CLI_TEXTS } from './texts.ts';

/** One arrival: `10:12:03  10.77.20.21  МФУ, 2 этаж  v2c ловушка  сообщество принято  linkUp: …`. */
export function trapLine(trap: TrapRecord, devices: Site['devices'], language: Language): string {
  const texts = STANDIN_TEXTS[language];
  const device = devices.find(({ id }) => id === trap.device);
  const { communityAccepted: accepted } = trap;
  return [
    new Date(trap.receivedAt).toLocaleTimeString('ru-RU'),
    trap.address,
    device === undefined ? texts.stranger : plain(device.name || device.id),
    `${trap.version} ${texts.kinds[trap.kind ?? 'hidden']}`,
    texts.community[accepted === null ? 'none' : accepted ? 'accepted' : 'refused'],
    trap.trapId === null ? '' : (TRAP_NAMES[trap.trapId]?.[language] ?? trap.trapId),
  ]
    .join('  ')
    .trimEnd();
}

/** Which devices have spoken, and what to do about those that have not. */
export function trapsTable(report: TrapReport, language: Language): string {
  const texts = STANDIN_TEXTS[language];
  const { devices, received, strangers, unreadable, traps, listened } = report;
  const { headings } = texts;
  const rows = [
    [headings.device, headings.host, headings.state],
    ...devices.map((device) => [
      plain(device.name),
      plain(device.host),
      texts.states(device, hearingOf(device)),
    ]),
  ];
  const states = new Set(devices.map(hearingOf));
  const [address = ''] = listened.addresses;
  const everywhere = address === '0.0.0.0' || address === '::';
  const params = { host: everywhere ? texts.thisComputer : address, port: String(listened.port) };
  const remedy = (text: string) => `${CLI_TEXTS[language].remedy}: ${text}`;
  return [
    '',
    ...(devices.length === 0 ? [texts.noDevices] : alignColumns(rows)),
    '',
    texts.counts(received, strangers, unreadable),
    ...(received > traps.length ? [texts.beyond(KEPT_TRAPS)] : []),
    ...(states.has('silent') ? [remedy(fillTrapText(SILENCE_REMEDY[language], params))] : []),
    ...(states.has('refused') ? [remedy(REFUSAL_REMEDY[language])] : []),
    '',
  ].join('\n');
}
