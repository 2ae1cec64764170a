import type { SitePath } from '../address.ts';
import type { Figure, ListedStudy } from './ledger.ts';

/** Where a study stands on the site. */
export const studyPath = ({ id }: ListedStudy): SitePath => `/figures/${id}/`;

/** Where one of its numbers stands. */
export const figurePath = ({ id, in: listed }: Figure): SitePath =>
  `${studyPath(listed)}#${id.slice(listed.id.length + 1)}`;
