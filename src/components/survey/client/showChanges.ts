import { fetchVersion, NotLoaded } from '../../../browser/fetchFragment.ts';
import { find } from '../../../browser/find.ts';
import type { Kept } from '../../../survey/draft.ts';
import type { Given } from '../../../survey/offRoute.ts';
import { carriedOver, ofVersion, type Carried } from '../../../survey/olderDraft.ts';
import { isShown } from '../../../survey/routing.ts';
import type { Asked, Field } from './readPage.ts';

type Older = ReturnType<typeof ofVersion>;

const codesAsked = (questions: readonly Asked[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    questions.flatMap(({ fields }) =>
      fields.map(({ id, radios }) => [id, radios.map(({ value }) => value)] as const),
    ),
  );

/** What became of a draft; null where the questions it was begun with cannot be fetched. */
async function carriedFrom(kept: Older, questions: readonly Asked[]): Promise<Carried | null> {
  try {
    return carriedOver(await fetchVersion(kept.instrument), kept, codesAsked(questions));
  } catch (error) {
    if (error instanceof NotLoaded) return null;
    throw error;
  }
}

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

/** The first of these fields that is asked on the route before the screen that was left; undefined: none. */
function firstBefore(
  survey: HTMLElement,
  fields: readonly Field[],
  answers: Given,
  screen: string,
): string | undefined {
  const left = survey.querySelector(`[data-screen="${screen}"], [data-variable="${screen}"]`);
  return fields.find(
    (field) =>
      isShown(field, answers) &&
      left !== null &&
      field.element.compareDocumentPosition(left) & Node.DOCUMENT_POSITION_FOLLOWING,
  )?.id;
}

/**
 * Says what became of a draft that was begun with another version of the questionnaire: which answers have no place any
 * more, and which questions are new. Loaded where there is such a draft, and not before.
 * @returns the screen to go on from, where something new is asked before the one that was left
 */
export async function showChanges(
  survey: HTMLElement,
  { questions, answers }: { readonly questions: readonly Asked[]; readonly answers: () => Given },
  kept: Kept,
): Promise<string | undefined> {
  const carried = await carriedFrom(ofVersion(kept), questions);
  if (carried === null) return undefined;
  const { lost, added } = carried;
  const box = find(survey, '[data-changed]');
  const isNew = ({ id }: Field): boolean => added.includes(id);
  const news = questions.filter(({ fields }) => fields.some(isNew));
  showList(box, 'lost', lost);
  showList(
    box,
    'new',
    news.map(({ words }) => `“${words}”`),
  );
  find(box, '[data-changed-unknown]').hidden = true;
  find(box, '[data-changed-kept]').hidden = lost.length > 0;
  return firstBefore(survey, news.flatMap(({ fields }) => fields).filter(isNew), answers(), kept.screen);
}
