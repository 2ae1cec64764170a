import { getCollection } from 'astro:content';
import { currentRelease } from '../../release/currentRelease.ts';
import type { PublishedRelease } from '../../release/published.ts';
import type { Release } from '../../release/release.ts';

/** Every release there has been, newest first, and the one the site shows. */
export async function loadReleases(): Promise<{ current: Release; all: readonly PublishedRelease[] }> {
  const releases = await getCollection('releases');
  const published = (await getCollection('published')).map(({ data }) => data);
  return {
    current: currentRelease(releases.map(({ data }) => data)),
    all: published.toSorted((a, b) => b.published.localeCompare(a.published) || b.id.localeCompare(a.id)),
  };
}
