import type { Article, BreadcrumbList, Graph, Organization, Person } from 'schema-dts';
import { addressIn, type SitePath } from '../../address.ts';
import { addressOf } from '../../essay/addressOf.ts';
import type { ListedEssay } from '../../essay/listEssays.ts';
import { site as facts } from '../../site.ts';
import { cardOfEssay } from './cardOfEssay.ts';

/** A page on the way from the front to this one. */
interface Step {
  readonly name: string;
  readonly path: SitePath;
}

/** Where a page lies, for the line over its title in a result list. @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb */
export const breadcrumbs = (steps: readonly Step[], site: URL | undefined): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, path }, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name,
    item: addressIn(site, path),
  })),
});

/** An essay as schema.org has it, with the way to it. @see https://developers.google.com/search/docs/appearance/structured-data/article */
export function articleGraph(essay: ListedEssay, site: URL | undefined): Graph {
  const { title, description, published, updated, tags, author, lang } = essay.entry.data;
  const page = addressIn(site, essay.path);
  const publisher: Organization = { '@type': 'Organization', name: facts.name, url: addressIn(site, '/') };
  const person: Person = {
    '@type': 'Person',
    name: author.name,
    ...(author.link !== undefined && { url: addressOf(author.link, site) }),
    ...(author.about !== undefined && { description: author.about }),
  };
  const article: Article = {
    '@type': 'Article',
    '@id': page,
    headline: title,
    description,
    image: addressIn(site, cardOfEssay(essay, site).path),
    datePublished: published.toISOString(),
    dateModified: (updated ?? published).toISOString(),
    author: author.name === facts.byline ? publisher : person,
    publisher,
    mainEntityOfPage: page,
    inLanguage: lang,
    keywords: tags,
    license: facts.contentLicence.url,
    isAccessibleForFree: true,
  };
  return {
    '@context': 'https://schema.org',
    '@graph': [
      article,
      breadcrumbs(
        [
          { name: 'Essays', path: '/essays/' },
          { name: title, path: essay.path },
        ],
        site,
      ),
    ],
  };
}
