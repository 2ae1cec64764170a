import { estimateOf } from '../../release/catalogue.ts';
import { compositionOf, type Composition } from '../../release/composition.ts';
import type { Counted } from '../../release/counted.ts';
import type { SideId } from '../../survey/question.ts';
import type { SeriesDefinition } from '../../release/series.ts';
import type { BarGroup, Bars } from '../barsFigure.ts';
import { LONGEST_TITLE, type FactFinding } from '../finding.ts';
import type { Share, Withheld } from '../parts.ts';
import { count } from '../percent.ts';
import { sideNames } from '../sideNames.ts';
import { dated } from './dated.ts';
import { share } from './share.ts';
import { headOf, type Source } from './source.ts';
import { withheld } from './withheld.ts';
import { sideIds } from '../../survey/sides.ts';
import { capital } from '../capital.ts';

const estimate = estimateOf('who-answered');

/** What both sides were asked stands in one group; the shortest first, so that a card can show one whole. */
const ofBoth = ['level3', 'size3', 'region3', 'field4'];

/** The code of those in no category that is printed. */
const OTHERS = 'others';

/** A category that is counted among the others. */
const tooFew = (
  { code, label, short }: Pick<Share, 'code' | 'label' | 'short'>,
  { side }: SeriesDefinition,
  found: Composition,
): Withheld => ({
  id: code,
  side,
  label,
  shortLabel: short,
  withheld: true,
  because: 'Counted in the last row',
  status: 'withheld',
  ...dated(found),
});

function group(source: Source, id: string, label: string, series: readonly SeriesDefinition[]): BarGroup {
  const all = series.map((definition) => ({
    definition,
    found: compositionOf(source.release, estimate, definition),
  }));
  const [first] = series;
  const cells = first?.cells ?? [];
  const shown = all.some(({ found }) => found.status === 'published');
  const bars = (code: string, name: string) =>
    all.map(({ definition, found }) => {
      const { side } = definition;
      if (found.status !== 'published') return { side, value: withheld(definition, found) };
      const category = found.categories.find((one) => one.code === code);
      const n = code === OTHERS ? found.rest : category?.status === 'published' ? category.n : undefined;
      const words = { code, label: name, short: name };
      return {
        side,
        value:
          n === undefined
            ? tooFew(words, definition, found)
            : { ...share(words, n, found.total), ...dated(found) },
      };
    });
  const others = all.some(({ found }) => found.status === 'published' && found.rest > 0);
  const rows = [...cells, ...(others ? [{ code: OTHERS, label: 'Did not say, or too few to show' }] : [])];
  return {
    id,
    label,
    // A side that is not shown is said so once, and not once a category.
    rows: shown
      ? rows.map(({ code, label: name }) => ({ id: `${id}_${code}`, label: name, bars: bars(code, name) }))
      : [{ id, label: 'All answers', bars: bars('', '') }],
  };
}

function groups(source: Source): readonly BarGroup[] {
  const byVariable = (variable: string) =>
    estimate.series.filter(({ id, side }) => id === `${side}_${variable}`);
  const rest = estimate.series.filter(({ id, side }) => !ofBoth.includes(id.slice(side.length + 1)));
  const heading = ({ shortLabel }: SeriesDefinition) => capital(shortLabel);
  return [
    ...ofBoth.map((variable) => {
      const series = byVariable(variable);
      const [first] = series;
      return group(source, variable, first === undefined ? variable : heading(first), series);
    }),
    ...rest.map((series) => group(source, series.id, heading(series), [series])),
  ];
}

/** Everybody whom the bars of a side describe: those of most bars first, then those of bars of another month. */
function described({ release }: Source, of: SideId): readonly Counted[] {
  const all = estimate.series
    .filter(({ side }) => side === of)
    .flatMap((definition): readonly Counted[] => {
      const { vintage, ...one } = compositionOf(release, estimate, definition);
      return one.status === 'published' && vintage !== null ? [{ n: one.total, vintage }] : [];
    })
    .toSorted((one, other) => other.vintage.localeCompare(one.vintage));
  return [...Map.groupBy(all, ({ vintage }) => vintage).values()]
    .toSorted((one, other) => other.length - one.length)
    .flatMap(([first]) => first ?? []);
}

function found(source: Source): readonly FactFinding[] {
  const { id } = source.release;
  const sides = sideIds.map((side) => ({ side, all: described(source, side) }));
  const people = sides.flatMap(({ side, all: [most] }) =>
    most === undefined ? [] : [{ ...most, who: `${count(most.n)} ${sideNames[side].toLowerCase()}` }],
  );
  if (people.length === 0) return [];
  const since = (vintage = id): string => (vintage === id ? '' : ` as of ${vintage}`);
  const [only, ...more] = new Set(people.map(({ vintage }) => vintage));
  const said = people.map(({ who, vintage }) => (more.length === 0 ? who : `${who}${since(vintage)}`));
  const all = more.length === 0 && since(only) !== '' ? `answered,${since(only)}` : 'answered';
  const answered = `${said.join(' and ')} ${all}`;
  const isOfAll = sides.every((one) => one.all.length < 2);
  const whole = `${answered}; ${isOfAll ? 'this is who they are' : 'some bars are of another month'}`;
  return [
    {
      kind: 'fact',
      // Two dates leave no room for the rest.
      says: whole.length > LONGEST_TITLE ? answered : whole,
      n: Math.min(...people.map(({ n }) => n)),
    },
  ];
}

/** E16: who answered. It describes the people behind every other figure, and nobody else. */
export const whoAnswered = (source: Source): Bars => ({
  form: 'bars',
  ...headOf(source, estimate, {}),
  notes: [
    'Nobody was drawn from a list, so this says who came and not who there is. These are counts of the very people who answered, so that they have no range.',
  ],
  groups: groups(source),
  findings: found(source),
  measure: 'Percent of everybody whose answers count on each side',
  facts: true,
  rowHeading: 'Answer',
  yesNo: false,
  howToRead:
    'Each bar is a share of everybody on that side whose answers count, and the last bar under a heading is those who did not say or are too few to be shown; job seekers are the upper, blue bar and employers the lower, rust one.',
  doesNotShow:
    'It does not show who applies for jobs, or who hires, anywhere: it is a profile of the people who chose to answer.',
});
