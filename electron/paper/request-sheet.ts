/** A request to open ports, as a page, a table, data, or ready rules. */
import { createHash } from 'node:crypto';
import type { LocalText } from '../../src/contract/words.ts';
import { canonicalJson } from '../../src/report/canonical-json.ts';
import { footerTemplate } from '../../src/report/footer.ts';
import type { RequestPaperInput } from '../../src/report/report-input.ts';
import { REQUEST_FORMATS } from '../../src/report/request/request-formats.ts';
import { safeFileName } from '../file-name.ts';
import { footOption, type Sheet } from './sheet.ts';

export function requestSheet(given: Omit<RequestPaperInput, 'digest'>): Sheet {
  const { request, language } = given;
  const digest = createHash('sha256').update(canonicalJson(request)).digest('hex');
  const input: RequestPaperInput = { ...given, digest };
  return {
    html: (foot) => REQUEST_FORMATS.html({ ...input, ...footOption(foot) }),
    footer: () => footerTemplate(input),
    fileName: safeFileName(`${REQUEST[language]} ${request.number} ${request.site.name}`, request.number),
    data: {
      csv: () => REQUEST_FORMATS.csv(input),
      json: () => REQUEST_FORMATS.json(input),
      nftables: () => REQUEST_FORMATS.nftables(input),
      windows: () => REQUEST_FORMATS.windows(input),
      cisco: () => REQUEST_FORMATS.cisco(input),
    },
  };
}

const REQUEST: LocalText = { ru: 'Заявка', en: 'Request' };
