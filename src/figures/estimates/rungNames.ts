import type { Rung } from '../../release/explained.ts';

/** The rungs of the explanation ladder in a word or two, for marks. */
export const rungNames: Readonly<Record<Rung, string>> = {
  none: 'Nothing',
  form: 'Only the no',
  generic: 'For anyone',
  specific: 'About them',
  actionable: 'With advice',
};
