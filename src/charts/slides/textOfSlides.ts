import { releaseInWords } from '../../figures/releaseInWords.ts';
import { sideNames } from '../../figures/sideNames.ts';
import type { DescribedFigure } from '../../words/words.ts';
import { capital } from '../../figures/capital.ts';

/** A page of words: paragraphs, each under a heading of its own or under the one before. */
export interface SlideText {
  readonly title: string;
  readonly paragraphs: readonly { readonly heading?: string; readonly text: string }[];
}

/** What each side was asked, and every comparison of the figure, whatever came of it. */
export function bothSides({ figure, words }: DescribedFigure): SlideText {
  const sides = [...new Set(figure.asked.map(({ side }) => side))];
  const asked = sides.flatMap((side) =>
    figure.asked
      .filter((one) => one.side === side)
      .map(({ whom, question }, i) => ({
        ...(i === 0 && { heading: `We asked ${sideNames[side].toLowerCase()}` }),
        text: `${whom}: “${question}”`,
      })),
  );
  const compared = words.differences.map(({ what, a, b, difference, range, said }, i) => ({
    ...(i === 0 && { heading: 'Set side by side' }),
    text: `${capital(what)}: ${a.share} of ${a.who}, ${b.share} of ${b.who}. A difference of ${difference} points, range ${range}: ${said ? 'clear' : 'not clear'}.`,
  }));
  return { title: sides.length > 1 ? 'Both sides' : 'Whom we asked', paragraphs: [...asked, ...compared] };
}

/** How many answers it stands on, with the range, which release, and what it does not show. */
export function howWeKnow({ figure, words }: DescribedFigure): SlideText {
  const { headline, bases, notes, doesNotShow } = words;
  const counts = [headline.counts, bases].filter((fact) => fact !== '').join('. In the chart: ');
  return {
    title: 'How we know',
    paragraphs: [
      { heading: 'How many', text: `${counts}. ${releaseInWords(figure.provenance)}.` },
      ...notes.map((text, i) => ({ ...(i === 0 && { heading: 'Who they are' }), text })),
      { heading: 'What it does not show', text: doesNotShow },
    ],
  };
}
