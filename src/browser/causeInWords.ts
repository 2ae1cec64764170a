import type { Cause } from './cause.ts';
import { find } from './find.ts';

/** Why something could not be done, as a sentence or two, which this page brought along. */
export const causeInWords = (cause: Cause): string => find(document, '[data-causes]').dataset[cause] ?? '';
