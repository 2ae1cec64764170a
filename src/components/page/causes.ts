import { controller } from '../../controller.ts';
import { floorInWords } from '../../browser/floor.ts';
import type { Cause } from '../../browser/cause.ts';

/** Why something on a page could not be done, in words: src/browser/cause.ts finds out which. */
export const causes: Readonly<Record<Cause, string>> = {
  offline: 'You are offline.',
  away: 'The server did not reply.',
  failing: 'The server is failing or overloaded at the moment.',
  refuses: `Our server refuses what this page asks of it. The mistake is ours: if it lasts longer than a day, please write to ${controller.contact}.`,
  blocked:
    'Something between this page and our database is in the way: a content blocker on this device, perhaps, or a network that wants you to sign in first.',
  silent:
    'Our database does not answer, or something on the way to it stops this page: a content blocker on this device, perhaps, or a network that wants you to sign in first.',
  updated: 'This site has been updated since this page was loaded. Loading the page again helps.',
  old: `This browser lacks what this page cannot do without, or the page was opened without https. These browsers have it, and all that are newer: ${floorInWords}.`,
  slow: 'This device was too slow for the calculation that keeps robots out. Close what else is open, and try again.',
  defect: `Something is wrong on this page. The mistake is ours: if it stays like this after the page was loaded again, please write to ${controller.contact}.`,
};
