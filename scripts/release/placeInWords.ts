import type { Withholding } from '../../src/release/disclosure/protection.ts';
import { chainName, tables, type TableDefinition } from '../../src/release/tables.ts';
import { marks, qualityRules } from '../../src/survey/quality.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';

const labelOf = (
  list: readonly { readonly code?: string; readonly id?: string; readonly label: string }[],
  code: string | null,
): string | null => list.find((one) => one.code === code || one.id === code)?.label ?? code;

/** A table of the catalogue: the chart, the people, the group, the answer. */
function inCatalogue(
  { estimate, series, segment }: TableDefinition,
  { category, indicator }: Withholding,
): string {
  const group =
    segment === null ? [] : [segment.by, labelOf([...segment.categories, ...segment.asides], category)];
  const answer = labelOf([...series.cells, ...series.asides, ...series.indicators], indicator);
  return [estimate.name, series.shortLabel, ...group, answer].filter((part) => part !== null).join(', ');
}

/** A table of what became of responses: “responses job_seeker f_dup”. */
function ofResponses({ table, category }: Withholding): string {
  const side = Object.values(questionnaire.sides).find(({ id }) => table.startsWith(chainName(id)));
  const rule = [...qualityRules, ...marks].find(({ flag }) => table.includes(flag));
  return [`Responses of ${side?.people.toLowerCase() ?? 'all'}`, rule?.name, category?.replaceAll('_', ' ')]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** What was withheld, in the words of the site, such as “The explanation ladder, Job seekers, screened, No reason”. */
export function placeInWords(withheld: Withholding): string {
  const definition = tables.find(({ name }) => name === withheld.table);
  return definition === undefined ? ofResponses(withheld) : inCatalogue(definition, withheld);
}
