import { questionnaire } from '../../survey/questionnaire.ts';
import { threadAt } from '../../thread/feed.ts';

/**
 * The policies that scripts of a page may turn text into an address of code or into markup by
 * (https://w3c.github.io/trusted-types/), each on the pages that need it: a proof of work is solved in a worker, and
 * parts of pages are fetched. Everywhere else no script can make a policy of such a name.
 * @param path of the page on the site
 */
export function trustedTypesOf(path: string): readonly string[] {
  const isForm = Object.values(questionnaire.sides).some(({ slug }) => path === `/survey/${slug}/`);
  return [
    ...(isForm || threadAt(path) !== undefined ? ['survey-worker'] : []),
    ...(isForm || path === '/survey/receipt/' || path === '/results/' ? ['fragment'] : []),
  ];
}
