import { getCollection } from 'astro:content';
import type { ListedStudy } from './ledger.ts';

/** Every study of src/content/ledger, newest first; where no year is stated, last. */
export async function loadLedger(): Promise<readonly ListedStudy[]> {
  const entries = await getCollection('ledger');
  const year = ({ study }: ListedStudy) => (study.year === 'not stated' ? 0 : study.year);
  return entries
    .map(({ id, data }): ListedStudy => ({ id, study: data }))
    .toSorted((a, b) => year(b) - year(a) || a.id.localeCompare(b.id));
}
