/** A request as a table for a spreadsheet: one line for each row. */
import type { RequestEnd, RequestRow } from '../../contract/firewall-request.ts';
import { VIEWPOINT_LABELS } from '../../contract/labels.ts';
import type { LocalText } from '../../contract/words.ts';
import type { RequestPaperInput } from '../report-input.ts';
import { type Cell, spreadsheetText } from '../spreadsheet.ts';
import { REQUEST_TEXTS } from './request-texts.ts';
import { purposeText } from './rule-texts.ts';
import { shownRange } from './rule-ways.ts';

type Input = Pick<RequestPaperInput, 'request' | 'catalogue' | 'language'>;
type Column = (row: RequestRow, input: Input) => Cell;

const STATES: Readonly<Record<RequestRow['state'], LocalText>> = {
  open: { ru: 'ждёт', en: 'open' },
  confirmed: { ru: 'проверено', en: 'proven' },
  refused: { ru: 'отказано', en: 'refused' },
};

const COLUMNS: readonly (readonly [LocalText, Column])[] = [
  [{ ru: 'Заявка', en: 'Request' }, (_row, { request }) => request.number],
  [REQUEST_TEXTS.number, ({ number }) => number],
  [{ ru: 'Точка', en: 'Place' }, ({ from }, { language }) => VIEWPOINT_LABELS[from.place][language]],
  [REQUEST_TEXTS.from, ({ from }) => addresses(from.ends)],
  [{ ru: 'Откуда, название', en: 'From, name' }, ({ from }) => names(from.ends)],
  [REQUEST_TEXTS.to, ({ to }) => addresses(to)],
  [{ ru: 'Куда, название', en: 'To, name' }, ({ to }) => names(to)],
  [{ ru: 'Протокол', en: 'Protocol' }, ({ transport }) => transport],
  [REQUEST_TEXTS.ports, ({ ports }) => ports.map(shownRange).join(', ')],
  [{ ru: 'Порт источника', en: 'Source port' }, ({ sourcePort }) => sourcePort],
  [
    { ru: 'Зачем', en: 'Why' },
    (row, { catalogue, language }) => purposeText(row, catalogue.requirements, language),
  ],
  [
    { ru: 'Срок', en: 'Term' },
    ({ permanent }, { language }) => REQUEST_TEXTS[permanent ? 'permanent' : 'temporary'][language],
  ],
  [{ ru: 'Состояние', en: 'State' }, ({ state }, { language }) => STATES[state][language]],
  [{ ru: 'Причина отказа', en: 'Reason of the refusal' }, ({ refusal }) => refusal],
];

/** Cells of several addresses hold them with commas between. */
export function requestCsv(input: Input): string {
  const { language, request } = input;
  const table = [
    COLUMNS.map(([title]) => title[language]),
    ...request.rows.map((row) => COLUMNS.map(([, column]) => column(row, input))),
  ];
  return spreadsheetText(table, language);
}

function addresses(ends: readonly RequestEnd[]): string {
  return ends.map(({ address }) => address).join(', ');
}

function names(ends: readonly RequestEnd[]): string {
  return ends.flatMap(({ name }) => (name === '' ? [] : [name])).join('; ');
}
