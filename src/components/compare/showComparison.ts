import { compare } from '../../compare/compare.ts';
import type { Release } from '../../release/release.ts';
import type { Answers } from '../../survey/answers.ts';
import type { SideId } from '../../survey/question.ts';
import { questionnaire } from '../../survey/questionnaire.ts';
import { itemOf } from './itemOf.ts';

/** What the survey says when the answers have arrived. */
export interface Sent {
  readonly side: SideId;
  readonly answers: Answers;
}

/**
 * Fetches the published release, sets the answers beside it and shows the result. The release is the only thing asked
 * for; the answers stay here.
 * @returns what to say instead of figures, or nothing
 * @throws when the release cannot be fetched, or was made from another catalogue than this page
 */
export async function showComparison(section: HTMLElement, { side, answers }: Sent): Promise<string> {
  const response = await fetch(section.dataset.release ?? '', { credentials: 'omit' });
  if (!response.ok) throw new Error(`The release answered ${response.status}.`);
  // Our own build put it there, checked.
  const release = (await response.json()) as Release;
  const compared = compare({ release, questionnaire, host: location.host }, side, answers);
  if ('nothing' in compared) return compared.nothing;
  const { comparisons } = compared;
  const origin = section.dataset.site ?? location.origin;
  const paths = comparisons.map(({ chart }) => chart.path);
  // One after the other: what is drawn is measured in the page.
  const list = section.querySelector('[data-compare-list]');
  const note = section.querySelector<HTMLElement>('[data-compare-note]');
  await document.fonts.ready;
  list?.replaceChildren(
    ...comparisons.map((comparison, index) =>
      // Two answers about one chart need only one way to it.
      itemOf(comparison, paths.lastIndexOf(comparison.chart.path) === index ? origin : undefined, section),
    ),
  );
  if (note !== null) note.hidden = !comparisons.some(({ picture }) => picture !== undefined);
  return '';
}
