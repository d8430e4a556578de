/** The table of one section on the blank form: yes, no, not applicable, and room for a remark. */
import type { Requirement } from '../contract/catalogue.ts';
import type { PlannedCheck } from '../contract/check.ts';
import type { Site } from '../contract/site.ts';
import type { Language } from '../contract/words.ts';
import { portMarkup, requirementCell } from './check-text.ts';
import { fillText } from './fill.ts';
import { groupBy } from './group-by.ts';
import { html, type Markup } from './markup.ts';
import { PAPER } from './paper-texts.ts';
import type { SectionId } from './sections.ts';

/** Up to so many devices of one requirement have a line each. */
const SINGLE_DEVICES_MAX = 3;

interface BlankContext {
  readonly section: SectionId;
  readonly site: Site;
  readonly requirements: readonly Requirement[];
  readonly language: Language;
  readonly namesTarget: boolean;
}

interface BlankRow {
  readonly check: PlannedCheck;
  /** Checks that the line stands for. */
  readonly count: number;
}

export function blankTable(checks: readonly PlannedCheck[], context: BlankContext): Markup {
  const { language } = context;
  return html`<table class="rows">
<colgroup><col class="row"><col class="port"><col class="requirement"><col class="answers"><col class="remark"></colgroup>
<thead><tr><th scope="col">${PAPER.columnRow[language]}</th><th scope="col">${PAPER.columnPort[language]}</th><th scope="col">${PAPER.columnRequirement[language]}</th><th scope="col">${PAPER.columnResult[language]}</th><th scope="col">${PAPER.columnRemark[language]}</th></tr></thead>
${foldDevices(checks).map((row) => blankRow(row, context))}
</table>`;
}

function foldDevices(checks: readonly PlannedCheck[]): readonly BlankRow[] {
  const groups = groupBy(checks, (check) =>
    check.to.role === 'device'
      ? [check.requirement, check.from, check.port, check.transport].join('\n')
      : check.id,
  );
  return [...groups.values()].flatMap((group): readonly BlankRow[] => {
    const first = group[0];
    if (first !== undefined && group.length > SINGLE_DEVICES_MAX)
      return [{ check: first, count: group.length }];
    return group.map((check) => ({ check, count: 1 }));
  });
}

function blankRow({ check, count }: BlankRow, context: BlankContext): Markup {
  const { language } = context;
  const requirement = context.requirements.find((entry) => entry.id === check.requirement);
  const title = requirementCell({
    requirement,
    section: context.section,
    site: context.site,
    language,
    requirementId: check.requirement,
    targets: count === 1 ? [check] : [],
    namesTarget: context.namesTarget,
  });
  const hint = hintOf(check, count, requirement, language);
  return html`<tbody data-checks="${count}"><tr><td class="row number">${requirement?.row ?? '–'}</td><td class="port number">${portMarkup(
    check,
  )}</td><td class="requirement">${title}<small>${hint}</small></td><td class="answers nowrap"><span class="box"></span>${PAPER.yes[language]} <span class="box"></span>${PAPER.no[language]} <span class="box"></span>${PAPER.notApplicable[language]}</td><td></td></tr></tbody>
`;
}

/** The catalogue's hint speaks of devices in the plural; what must not be sent to a port is said always. */
function hintOf(
  check: PlannedCheck,
  count: number,
  requirement: Requirement | undefined,
  language: Language,
): Markup {
  const expects = requirement?.expects[language] ?? '';
  if (check.to.role !== 'device') return html`${expects}`;
  const caution = requirement?.sendsBytes === false ? expects : null;
  if (count === 1) return html`${caution ?? PAPER.deviceAnswers[language]}`;
  const howMany = html`${fillText(PAPER.howMany[language], { all: count })} <span class="fill short"></span>`;
  return caution === null ? howMany : html`${caution}; ${howMany}`;
}
