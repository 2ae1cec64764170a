import type { Comparison, EstimateDefinition, Term } from '../../release/series.ts';

function partsOf({ id, series: all }: EstimateDefinition, { series, indicator }: Term) {
  const found = all.find((entry) => entry.id === series);
  const what =
    found?.indicators.find((entry) => entry.id === indicator)?.label ??
    found?.cells.find(({ code }) => code === indicator)?.label;
  if (found === undefined || what === undefined)
    throw new Error(`The estimate ${id} compares ${series} ${indicator}, which it does not have.`);
  return { who: found.label, what };
}

/** A comparison of the catalogue, as its definition reads: “Job seekers … against employers …: “were given a date””. */
export function comparisonInWords(estimate: EstimateDefinition, comparison: Comparison): string {
  const [a, b] = [partsOf(estimate, comparison.a), partsOf(estimate, comparison.b)];
  return a.what === b.what
    ? `“${a.what}”: ${a.who}, against ${b.who}`
    : `${a.who}: “${a.what}”, against ${b.who}: “${b.what}”`;
}
