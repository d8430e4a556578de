/** The blank checklist of a site, to be filled in by hand before any run. */
import type { LocalText } from '../../src/contract/words.ts';
import { blankChecklistHtml } from '../../src/report/blank-html.ts';
import { footerTemplate } from '../../src/report/footer.ts';
import type { BlankInput } from '../../src/report/report-input.ts';
import { safeFileName } from '../file-name.ts';
import { CHECKLIST } from './runs-sheet.ts';
import { footOption, type Sheet } from './sheet.ts';

export function blankSheet(input: BlankInput): Sheet {
  const { language, site } = input;
  return {
    html: (foot) => blankChecklistHtml({ ...input, ...footOption(foot) }),
    footer: () => footerTemplate(input),
    fileName: safeFileName(`${CHECKLIST[language]} ${site.name} ${BLANK[language]}`, 'checklist'),
    data: {},
  };
}

const BLANK: LocalText = { ru: 'бланк', en: 'blank' };
