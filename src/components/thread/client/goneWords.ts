import type { GonePlace } from '../../../thread/page.ts';

/** What stands in the place of a comment that is not shown any more. */
export const goneWords: Readonly<Record<GonePlace['state'], string>> = {
  removed: 'A comment stood here and was removed.',
  hidden: 'A comment stood here. It is out of sight until a moderator has looked at it.',
  waiting: 'A comment stood here. It was changed and waits to be read.',
};
