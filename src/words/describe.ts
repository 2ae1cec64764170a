import type { Figure } from '../figures/figure.ts';
import { count } from '../figures/percent.ts';
import { WIDE_RANGE } from '../statistics/precision.ts';
import { sampleMark, standardNote } from '../figures/standardNote.ts';
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
import { findingOf, groupsOf, titleOf } from './titleOf.ts';
import { whatIsMissing } from './whatIsMissing.ts';
import type { FormWords, Words } from './words.ts';

/** A figure in words. Called once for each figure; pages, pictures, cards and embeds take the words from there. */
export function describe(figure: Figure): Words {
  const { table, ...words } = formWords(figure);
  const { compared = [], cut, notes, provenance } = figure;
  const title = titleOf(figure);
  const missing = cut?.missing ?? (findingOf(figure) === undefined ? whatIsMissing(figure) : undefined);
  const made = provenance.madeUp ? ` ${sampleMark}.` : '';
  return {
    ...words,
    title,
    ...(missing !== undefined && { missing }),
    alt: alt(figure, title, missing, `${words.alt}${made}`),
    table: { ...table, caption: `${table.caption}${tableNotes(figure)}${made}` },
    howToRead: howToRead(words),
    notes: [standardNote, ...notes],
    differences: differencesOf(compared),
    bases: bases(figure),
    isShown: groupsOf(figure).some(({ n }) => n !== undefined),
  };
}

/** What a picture shows, its title first; before the first release there is no table to lead to. */
function alt(figure: Figure, title: string, missing: string | undefined, shown: string): string {
  const start = missing === undefined ? `${title}.` : `${title}. ${missing}`;
  return figure.provenance.release === null
    ? `${start} ${emptyPicture(figure)}`
    : `${start} ${shown} The same figures are in the table.`;
}

/** How to read the form, and the hatching where there is any. */
const howToRead = ({
  howToRead: form,
  footing: { hatching },
}: Pick<FormWords, 'howToRead' | 'footing'>): string =>
  hatching === undefined
    ? form
    : `${form} Hatching has one meaning: a range of ${WIDE_RANGE * 100} points or more, too wide to say much.`;

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

function bases(figure: Figure): string {
  const all = groups(figure).flatMap(({ n }) => n ?? []);
  const [first, second] = all;
  if (first === undefined) return '';
  if (all.every((n) => n === first)) return `n = ${count(first)}`;
  if (all.length === 2) return `n = ${count(first)} and ${count(second ?? first)}`;
  return `n = ${count(Math.min(...all))} to ${count(Math.max(...all))}`;
}

function groups(figure: Figure) {
  switch (figure.form) {
    case 'ladder':
    case 'diverging':
    case 'curve':
    case 'medians':
      return figure.series;
    case 'gap':
    case 'dumbbell':
      return figure.rows.flatMap(({ seeker, employer }) =>
        employer === undefined ? [seeker] : [seeker, employer],
      );
    case 'bars':
      return figure.groups.flatMap(({ rows }) => rows.flatMap(({ bars }) => bars.map(({ value }) => value)));
  }
}
