import { addressIn, withoutScheme } from '../address.ts';
import { studyPath } from './figurePath.ts';
import { printed, saysOf, whoCounted } from './inWords.ts';
import type { ListedStudy } from './ledger.ts';

/** What the picture of a study says: its first number, or that a claim has no source. @param site the site’s address */
export function cardOf(listed: ListedStudy, site: URL) {
  const { study } = listed;
  const [first] = Object.values(study.values);
  return {
    number: first === undefined ? '' : printed(first),
    says: first === undefined ? `${study.title}: no source found.` : saysOf(first),
    who: whoCounted(study),
    address: withoutScheme(new URL(addressIn(site, studyPath(listed)))),
  };
}
