import { titleOf } from '../../release/package/titleOf.ts';
import type { Publisher } from '../../release/package/publisher.ts';
import type { Release } from '../../release/release.ts';

/** How to cite a release, as a sentence and for BibTeX. The title marks made-up data. */
export function citationOf(
  release: Release,
  publisher: Publisher,
): { readonly text: string; readonly bibtex: string } {
  const title = titleOf(release, publisher);
  const year = release.published.slice(0, 4);
  const address = new URL('/data/', publisher.address).href;
  const fields = {
    // Double braces stop BibTeX from splitting the name of a group into first and last name.
    author: `{${publisher.name}}`,
    title: `{${title}}`,
    year,
    version: release.id,
    howpublished: `\\url{${address}}`,
    note: `Data set, ${publisher.licence.name}`,
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`);
  return {
    text: `${publisher.name} (${year}). ${title} [Data set]. ${address}`,
    bibtex: [`@misc{nobutwhy-${release.id},`, ...lines, '}'].join('\n'),
  };
}
