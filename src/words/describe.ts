import type { Figure } from '../figures/figure.ts';
import { isWithheld } from '../figures/parts.ts';
import { count, span } from '../figures/percent.ts';
import { MINIMUM_BASE } from '../release/disclosure/thresholds.ts';
import { WIDE_RANGE } from '../statistics/precision.ts';
import { noteWithoutRange, noteWithWeights, sampleMark, standardNote } from '../figures/standardNote.ts';
import { emptyPicture } from './beforeRelease.ts';
import { describeBars } from './describeBars.ts';
import { describeCurve } from './describeCurve.ts';
import { describeDiverging } from './describeDiverging.ts';
import { describeDumbbell } from './describeDumbbell.ts';
import { describeGap } from './describeGap.ts';
import { describeLadder } from './describeLadder.ts';
import { describeMedians } from './describeMedians.ts';
import { differencesOf } from './differencesOf.ts';
import { tableNotes } from './tableNotes.ts';
import { headlineOf } from './headlineOf.ts';
import { findingOf, groupsOf, titleOf } from './titleOf.ts';
import { whatIsMissing, whoIsMissing } from './whatIsMissing.ts';
import type { FormWords, Words } from './words.ts';

/** A figure in words. Pages, pictures, cards and embeds take the words from here. */
export function describe(figure: Figure): Words {
  const { table, drawn, ...words } = formWords(figure);
  const { compared = [], notes, provenance } = figure;
  const title = titleOf(figure);
  const missing = missingIn(figure);
  const made = provenance.madeUp ? ` ${sampleMark}.` : '';
  const isShown = groupsOf(figure).some(({ n }) => n !== undefined);
  const said = { ...missing, title, bases: bases(figure), isShown };
  return {
    ...words,
    ...said,
    headline: headlineOf(figure, said),
    alt: alt(figure, title, missing.missingAlone, `${shownAs(figure, drawn)}${words.alt}${made}`),
    table: { ...table, caption: `${captionOf(figure, table)}${made}` },
    howToRead: howToRead(figure, words),
    notes: [noteOf(figure), ...notes],
    differences: differencesOf(compared),
  };
}

/** Whether a picture has a range in it: not of facts, nor where all that is shown is people one by one. */
const drawsRange = (figure: Figure): boolean =>
  !(figure.form === 'bars' && figure.facts === true) && hasShare(figure);

/** Says that nothing is weighted, unless something is. */
function noteOf(figure: Figure): string {
  if (!drawsRange(figure)) return noteWithoutRange;
  const isWeighted = figure.form === 'gap' && figure.rows.some(({ otherwise }) => otherwise !== undefined);
  return isWeighted ? noteWithWeights : standardNote;
}

/** What is missing of a figure, on a page and alone. */
function missingIn(figure: Figure): Pick<Words, 'missing' | 'missingAlone'> {
  const inCut = figure.cut?.missing;
  if (inCut === undefined && findingOf(figure) !== undefined) return {};
  const missing = inCut ?? whatIsMissing(figure);
  const all = [missing, whoIsMissing(figure)].filter((sentence) => sentence !== undefined);
  return { ...(missing !== undefined && { missing }), missingAlone: all.join(' ') };
}

/** What a picture shows, its title first. */
function alt(figure: Figure, title: string, missing: string | undefined, shown: string): string {
  const start = missing === undefined ? `${title}.` : `${title}. ${missing}`;
  return `${start} ${figure.provenance.release === null ? emptyPicture(figure) : shown}`;
}

const hasShare = (figure: Figure): boolean => groupsOf(figure).some((group) => !isWithheld(group));
const hasFew = (figure: Figure): boolean =>
  groupsOf(figure).some((group) => isWithheld(group) && group.few !== undefined);

/** What is drawn: shares in the form’s own way, else people one by one, else nothing. */
function shownAs(figure: Figure, drawn: string): string {
  if (hasShare(figure)) return `${drawn}. `;
  return hasFew(figure) ? 'People, one mark each. ' : '';
}

/** What a table counts and in what unit; without a share it has no percent. */
function captionOf(figure: Figure, { caption }: FormWords['table']): string {
  if (hasShare(figure)) return `${caption}${tableNotes(figure)}`;
  return `${figure.name}: ${hasFew(figure) ? 'people counted one by one; ' : ''}a percentage needs at least ${MINIMUM_BASE} answers.`;
}

/** How to read people who are drawn one by one, then the form, and the hatching where there is any. */
const howToRead = (
  figure: Figure,
  { howToRead: form, footing: { hatching } }: Pick<FormWords, 'howToRead' | 'footing'>,
): string =>
  [
    ...(hasFew(figure)
      ? [
          `Where fewer than ${MINIMUM_BASE} answered, each mark is one person: filled for those whom the words beside it count, an outline for the others.`,
        ]
      : []),
    form,
    ...(hatching === undefined
      ? []
      : [`Hatching has one meaning: a range of ${WIDE_RANGE * 100} points or more, too wide to say much.`]),
  ].join(' ');

function formWords(figure: Figure): FormWords {
  switch (figure.form) {
    case 'ladder':
      return describeLadder(figure);
    case 'curve':
      return describeCurve(figure);
    case 'gap':
      return describeGap(figure);
    case 'diverging':
      return describeDiverging(figure);
    case 'dumbbell':
      return describeDumbbell(figure);
    case 'medians':
      return describeMedians(figure);
    case 'bars':
      return describeBars(figure);
  }
}

/**
 * The bases of a figure, those of each release for themselves: “n = 560 to 578; 180 to 188 as of 2026-09”. From more than two
 * releases there is no room to: “n = 90 to 578, the oldest as of 2026-08”.
 */
function bases(figure: Figure): string {
  const all = groupsOf(figure).flatMap(({ n, asOf = '' }) => (n === undefined ? [] : [{ n, asOf }]));
  if (all.length === 0) return '';
  // The release that is shown first, then the newest.
  const inOrder = all.toSorted(
    (a, b) => Number(b.asOf === '') - Number(a.asOf === '') || b.asOf.localeCompare(a.asOf),
  );
  const months = [...Map.groupBy(inOrder, ({ asOf }) => asOf)];
  if (months.length > 2) return `n = ${among(all)}, the oldest as of ${inOrder.at(-1)?.asOf ?? ''}`;
  const said = months.map(([asOf, own]) => (asOf === '' ? among(own) : `${among(own)} as of ${asOf}`));
  return `n = ${said.join('; ')}`;
}

/** One base, two, or what all lie between. */
function among(groups: readonly { readonly n: number }[]): string {
  const [first, second, ...more] = groups.map(({ n }) => n);
  return first !== undefined && second !== undefined && first !== second && more.length === 0
    ? `${count(first)} and ${count(second)}`
    : span(groups.map(({ n }) => n));
}
