import { isFailed, orFailed } from '../../../browser/attempt.ts';
import { fetchVersion } from '../../../browser/fetchFragment.ts';
import { find } from '../../../browser/find.ts';
import type { Kept } from '../../../survey/draft.ts';
import { offRoute } from '../../../survey/offRoute.ts';
import { carriedOver, ofVersion } from '../../../survey/olderDraft.ts';
import { isShown } from '../../../survey/routing.ts';
import { answersOf, clearField } from './answers.ts';
import { readPage, type Asked, type Field } from './readPage.ts';

function showList(box: HTMLElement, name: string, items: readonly string[]): void {
  const part = find(box, `[data-changed-${name}]`);
  part.hidden = items.length === 0;
  find(part, 'ul').replaceChildren(
    ...items.map((text) => {
      const item = document.createElement('li');
      item.textContent = text;
      return item;
    }),
  );
}

/** What is new of a question: all of it, or some of its rows. */
function newOf({ words, fields }: Asked, added: readonly string[]): readonly string[] {
  const news = fields.filter(({ id }) => added.includes(id));
  if (news.length === fields.length) return [`“${words}”`];
  return news.map(({ element }) => `“${words}” (${find(element, 'legend').textContent.trim()})`);
}

/** Says what became of a draft; the answers that are off the route now are taken away. */
async function tell(survey: HTMLElement, kept: Kept, questions: readonly Asked[]): Promise<void> {
  const older = ofVersion(kept);
  const before = await orFailed(fetchVersion(older.instrument));
  // The page says already that the earlier questions could not be loaded.
  if (isFailed(before)) return;
  const fields = questions.flatMap((asked) => asked.fields);
  const off = offRoute(fields, answersOf(fields));
  for (const field of fields) if (off.includes(field.id)) clearField(field);
  const asked = new Map(
    fields.map(({ id, radios }) => [id, off.includes(id) ? null : radios.map(({ value }) => value)]),
  );
  const { lost, added } = carriedOver(before, older, asked);
  const box = find(survey, '[data-changed]');
  showList(box, 'lost', lost);
  showList(
    box,
    'new',
    questions.flatMap((one) => newOf(one, added)),
  );
  find(box, '[data-changed-unknown]').hidden = true;
  find(box, '[data-changed-kept]').hidden = lost.length > 0;
}

/** Takes what was said away once the screen is left that it was said on: it is none of the next question’s. */
function hideWhenLeft(survey: HTMLElement, box: HTMLElement): void {
  let place = '';
  survey.addEventListener('submit', () => (place = location.hash), true);
  survey.addEventListener('submit', () => (box.hidden ||= place !== location.hash));
}

/** Where to go on: where the person was, or before it where something is asked that was never shown. */
function placeIn(survey: HTMLElement, fields: readonly Field[], { screen, seen }: Kept): string {
  const left = survey.querySelector(`[data-screen="${screen}"], [data-variable="${screen}"]`);
  const given = answersOf(fields);
  const within = fields.filter(({ element }) => left?.contains(element));
  const isHere = left !== null && (within.length === 0 || within.some((field) => isShown(field, given)));
  const isBefore = ({ element }: Field): boolean =>
    left !== null && Boolean(element.compareDocumentPosition(left) & Node.DOCUMENT_POSITION_FOLLOWING);
  const unseen = fields.filter((field) => isShown(field, given) && !seen.includes(field.id));
  return isHere ? (unseen.find(isBefore)?.id ?? screen) : (unseen[0]?.id ?? 'review');
}

/**
 * Says what became of answers that were given to another version of the questionnaire: which have no place any more, and
 * what is new. Loaded where there are such answers, and not before. What waits to be sent does not wait for it.
 * @returns the screen to go on from
 */
export async function showChanges(survey: HTMLElement, kept: Kept): Promise<string> {
  hideWhenLeft(survey, find(survey, '[data-changed]'));
  const screens = readPage(find(survey, 'form'), false);
  const questions = screens.flatMap(({ asked }) => asked);
  const told = tell(survey, kept, questions);
  if (kept.outgoing?.submission === undefined) await told;
  return placeIn(
    survey,
    questions.flatMap(({ fields }) => fields),
    kept,
  );
}
