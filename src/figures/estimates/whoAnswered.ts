import { estimateOf } from '../../release/catalogue.ts';
import { chainOf } from '../../release/chain.ts';
import type { SeriesDefinition } from '../../release/series.ts';
import type { BarGroup, Bars } from '../barsFigure.ts';
import { count } from '../percent.ts';
import { shareOfCells } from './indicatorShare.ts';
import { headOf, seriesOf, type Source } from './source.ts';
import { withheld } from './withheld.ts';

const estimate = estimateOf('who-answered');

/** What both sides were asked stands in one group; the shortest first, so that a card can show one whole. */
const ofBoth = ['level3', 'size3', 'region3', 'field4'];

function group(source: Source, id: string, label: string, series: readonly SeriesDefinition[]): BarGroup {
  const all = series.map(({ id: of }) => seriesOf(source, estimate, of));
  const [first] = all;
  const cells = first?.definition.cells ?? [];
  const shown = all.some(({ published }) => published.status === 'published');
  const bars = (code: string, name: string) =>
    all.map(({ definition, published }) => ({
      side: definition.side,
      value:
        published.status === 'published'
          ? shareOfCells({ code, label: name, short: name }, published, [code])
          : withheld(definition, published),
    }));
  return {
    id,
    label,
    // A side that is not shown is said so once, and not once a category.
    rows: shown
      ? cells.map(({ code, label: name }) => ({ id: `${id}_${code}`, label: name, bars: bars(code, name) }))
      : [{ id, label: 'All answers', bars: bars('', '') }],
  };
}

function groups(source: Source): readonly BarGroup[] {
  const byVariable = (variable: string) =>
    estimate.series.filter(({ id, side }) => id === `${side}_${variable}`);
  const rest = estimate.series.filter(({ id, side }) => !ofBoth.includes(id.slice(side.length + 1)));
  const heading = ({ shortLabel }: SeriesDefinition) =>
    `${shortLabel.charAt(0).toUpperCase()}${shortLabel.slice(1)}`;
  return [
    ...ofBoth.map((variable) => {
      const series = byVariable(variable);
      const [first] = series;
      return group(source, variable, first === undefined ? variable : heading(first), series);
    }),
    ...rest.map((series) => group(source, series.id, heading(series), [series])),
  ];
}

function titleOf({ release }: Source): string | undefined {
  const seekers = chainOf(release, 'job_seeker').included;
  const employers = chainOf(release, 'employer').included;
  if (seekers === null || employers === null) return undefined;
  return `${count(seekers)} job seekers and ${count(employers)} employers answered; this is who they are`;
}

/** E16: who answered. It describes the people behind every other figure, and nobody else. */
export const whoAnswered = (source: Source): Bars => {
  const title = titleOf(source);
  return {
    form: 'bars',
    ...headOf(source, estimate, {}),
    notes: [
      'Nobody was drawn from a list, so this says who came and not who there is. These are counts of the very people who answered, so that they have no range.',
    ],
    groups: groups(source),
    ...(title !== undefined && { title }),
    measure: 'Percent of those who answered on each side',
    facts: true,
    rowHeading: 'Answer',
    yesNo: false,
    howToRead:
      'Each bar is a share of those on that side who answered the question; job seekers are the upper, blue bar and employers the lower, rust one.',
    doesNotShow:
      'It does not show who applies for jobs, or who hires, anywhere: it is a profile of the people who chose to answer.',
  };
};
