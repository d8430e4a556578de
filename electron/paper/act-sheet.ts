/** The act of a visit: one page to be signed. */
import type { LocalText } from '../../src/contract/words.ts';
import { actHtml } from '../../src/report/act-html.ts';
import { footerTemplate } from '../../src/report/footer.ts';
import type { ActInput } from '../../src/report/report-input.ts';
import { judged, paperName, type RunsPaper } from './runs-sheet.ts';
import { footOption, type Sheet } from './sheet.ts';

export function actSheet(paper: RunsPaper & Pick<ActInput, 'visit' | 'requestNumbers'>): Sheet {
  return {
    html: (foot) => actHtml({ ...judged(paper), ...footOption(foot) }),
    footer: () => footerTemplate(judged(paper)),
    fileName: paperName(ACT, paper.runs, paper.language),
    data: {},
  };
}

const ACT: LocalText = { ru: 'Акт', en: 'Act' };
