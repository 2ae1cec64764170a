import type { Figure } from '../figures/figure.ts';
import type { LadderSeries } from '../figures/ladderFigure.ts';
import { isWithheld, type Share, type Withheld } from '../figures/parts.ts';
import { roundedPercent } from '../figures/percent.ts';

/** Every value of a table that may be hidden, and every list of shares that a reader may add up, with what that gives. */
interface Values {
  readonly all: readonly (Share | Withheld)[];
  readonly sums: readonly { readonly parts: readonly Share[]; readonly percent: number }[];
}

const isShown = (value: Share | Withheld): value is Share => !isWithheld(value);

/** Shares that together are everybody; none where one of them is hidden. */
function whole(values: readonly (Share | Withheld)[]): Values['sums'] {
  const parts = values.filter(isShown);
  const [first] = parts;
  const x = parts.reduce((sum, part) => sum + part.x, 0);
  return x === first?.n ? [{ parts, percent: 100 }] : [];
}

function ofBar({ parts, sum, sumFrom }: LadderSeries): Values {
  const all = [...parts.flatMap((part) => part.stands ?? [part]), sum];
  if (isWithheld(sum)) return { all, sums: whole(parts) };
  const inOrder = sumFrom === 'start' ? parts : parts.toReversed();
  let x = 0;
  const summed = inOrder.filter((part) => (x += part.x) <= sum.x);
  return { all, sums: [...whole(parts), { parts: summed, percent: roundedPercent(sum) }] };
}

const joined = (values: readonly Values[]): Values => ({
  all: values.flatMap(({ all }) => all),
  sums: values.flatMap(({ sums }) => sums),
});

const ofList = (all: readonly (Share | Withheld)[]): Values => ({ all, sums: whole(all) });
const alone = (all: readonly (Share | Withheld)[]): Values => ({ all, sums: [] });

function valuesOf(figure: Figure): Values {
  switch (figure.form) {
    case 'ladder':
    case 'diverging': {
      const beside = figure.form === 'ladder' ? (figure.beside?.series ?? []) : [];
      return joined([...figure.series, ...beside].flatMap((one) => (isWithheld(one) ? [] : [ofBar(one)])));
    }
    case 'curve':
      return alone(figure.series.flatMap((one) => (isWithheld(one) ? [] : (one.unknown ?? []))));
    case 'medians':
      return joined(figure.series.flatMap((one) => (isWithheld(one) ? [] : [ofList(one.parts)])));
    case 'gap':
      return alone(figure.rows.map(({ seeker }) => seeker));
    case 'dumbbell':
      return joined([
        ofList(figure.rows.map(({ seeker }) => seeker)),
        ofList(figure.rows.map(({ employer }) => employer)),
      ]);
    case 'bars': {
      const bars = figure.groups.map(({ rows }) => rows.flatMap((row) => row.bars));
      const of = (side: string) =>
        bars.map((group) => group.flatMap((bar) => (bar.side === side ? [bar.value] : [])));
      const add = figure.facts === true ? ofList : alone;
      // Their rows say in full why a count is not shown.
      return { ...joined([...of('job_seeker'), ...of('employer')].map(add)), all: [] };
    }
  }
}

/** What the caption of a table must add: that percents are rounded where they do not add up, and what “not shown” means. */
export function tableNotes(figure: Figure): string {
  const { all, sums } = valuesOf(figure);
  const isRounded = sums.some(
    ({ parts, percent }) => parts.reduce((sum, part) => sum + roundedPercent(part), 0) !== percent,
  );
  const isHeld = all.some(
    (value) => isWithheld(value) && value.status === 'withheld' && value.n !== undefined,
  );
  return [
    ...(isRounded ? [' Percents are rounded, each from its own count, so that some do not add up.'] : []),
    ...(isHeld ? [' Not shown: a count that would give away a smaller one.'] : []),
  ].join('');
}
