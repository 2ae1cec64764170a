import { addressIn, type SitePath } from '../../address.ts';
import { catalogue } from '../../release/catalogue.ts';
import type { Publisher } from '../../release/package/publisher.ts';
import { titleOf } from '../../release/package/titleOf.ts';
import type { Release } from '../../release/release.ts';
import { questionnaire } from '../../survey/questionnaire.ts';
import { plain } from '../../survey/wording.ts';
import type { Download } from './downloads.ts';

/** Facts about the survey that are not in the release. */
interface Field {
  /** The day the survey opened, or nothing while it has not. */
  readonly opened: string | undefined;
  readonly language: string;
}

/**
 * A release as a schema.org Dataset, for search engines.
 * @see https://developers.google.com/search/docs/appearance/structured-data/dataset
 */
export function dataset(
  release: Release,
  publisher: Publisher,
  downloads: readonly Download[],
  { opened, language }: Field,
): Readonly<Record<string, unknown>> {
  const absolute = (path: SitePath): string => addressIn(publisher.address, path);
  const organization = { '@type': 'Organization', name: publisher.name, url: publisher.address.href };
  const made = release.made_up ? ` ${publisher.sampleMark}: no answer in it was given by anybody.` : '';
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': absolute(`/data/#${release.id}`),
    // There is no DOI before the first real release (protocol 5).
    identifier: absolute(`/data/#${release.id}`),
    url: absolute('/data/'),
    name: titleOf(release, publisher),
    description: `${publisher.description} Aggregated counts with ranges, a codebook and the questionnaire. ${publisher.standardNote}${made}`,
    creator: organization,
    publisher: organization,
    license: publisher.licence.url,
    version: release.id,
    datePublished: release.published,
    isAccessibleForFree: true,
    inLanguage: language,
    keywords: [
      'job applications',
      'rejection',
      'interview feedback',
      'candidate experience',
      'hiring',
      'survey',
      'non-probability sample',
    ],
    temporalCoverage: opened === undefined ? release.published : `${opened}/${release.published}`,
    spatialCoverage: { '@type': 'Place', name: 'Worldwide' },
    measurementTechnique:
      'Two open web questionnaires, self-completed; self-selected, non-probability sample; unweighted',
    variableMeasured: catalogue.map(({ id, name, questions }) => ({
      '@type': 'PropertyValue',
      propertyID: id,
      name,
      description: questions
        .map(({ side, id: question }) => {
          const { people, questions: asked } = questionnaire.sides[side];
          return `${people}: ${plain(asked.find((entry) => entry.id === question)?.wording ?? question)}`;
        })
        .join(' '),
    })),
    distribution: downloads.map(({ name, path, about, mediaType, bytes, sha256 }) => ({
      '@type': 'DataDownload',
      name,
      description: about,
      encodingFormat: mediaType,
      contentUrl: absolute(path),
      contentSize: `${bytes} B`,
      sha256,
    })),
  };
}
