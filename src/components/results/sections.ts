import { charted } from '../../figures/estimates/figureOf.ts';
import type { EstimateDefinition } from '../../release/series.ts';

/** A part of the page of results: what it is about, whom it was asked, and the charts that answer it. */
export interface ResultsSection {
  readonly id: string;
  readonly title: string;
  /** What the part asks. It must be true of every release, so it names no number and claims no difference. */
  readonly deck: string;
  readonly charts: readonly EstimateDefinition[];
}

const order: readonly (Omit<ResultsSection, 'charts'> & { readonly charts: readonly string[] })[] = [
  {
    id: 'what-people-are-told',
    title: 'What people are told',
    deck: 'What stands after “because”: whether somebody knew, whether it was passed on, and what people heard.',
    charts: ['known-not-said', 'explanation-ladder', 'clarity'],
  },
  {
    id: 'what-happens',
    title: 'What happens',
    deck: 'How it ends, whether anybody says so, when, and how.',
    charts: ['outcome', 'told-by-day', 'told-by-stage', 'how-told'],
  },
  {
    id: 'what-waiting-costs',
    title: 'What waiting costs',
    deck: 'The hours that went in, the days until an answer, and what is left afterwards.',
    charts: ['hours', 'promise', 'waiting', 'confidence', 'apply-again'],
  },
  {
    id: 'what-helps',
    title: 'What helps',
    deck: 'What people find most useful, what employers here take that to be, and what comes of asking.',
    charts: ['most-useful', 'asking'],
  },
  {
    id: 'why-employers-stay-silent',
    title: 'What keeps employers from saying more',
    deck: 'What employers say gets in the way, and what they have to help them.',
    charts: ['barriers', 'legal-worry', 'support'],
  },
  {
    id: 'respondents',
    title: 'Who answered',
    deck: 'Who these figures are about. Everybody here chose to answer.',
    charts: ['who-answered'],
  },
];

/** The last part, the explorer: it has no chart of its own, the reader chooses one by group. */
export const byGroup: ResultsSection = {
  id: 'explore',
  title: 'See it by group',
  deck: 'One figure at a time, divided by one thing at a time. A group with too few answers is left blank, and the blank says why.',
  charts: [],
};

/** All parts with their charts, in reading order. Throws unless every chart stands in exactly one part. */
export function resultsSections(): readonly ResultsSection[] {
  const placed = order.flatMap(({ charts }) => charts);
  const off = charted.filter(({ slug }) => placed.filter((id) => id === slug).length !== 1);
  if (off.length > 0)
    throw new Error(
      `The page of results must show every chart once: mend src/components/results/sections.ts for ${off.map(({ slug }) => slug).join(', ')}.`,
    );
  return order.map((section) => ({ ...section, charts: section.charts.map(chartOf) }));
}

function chartOf(id: string): EstimateDefinition {
  const found = charted.find(({ slug }) => slug === id);
  if (found === undefined) throw new Error(`The page of results names a chart that there is not: “${id}”.`);
  return found;
}
