import type { ThreadOrder } from '../../thread/page.ts';

/** The two orders in words. */
export const orderLabels: Readonly<Record<ThreadOrder, string>> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
};
