import { getCollection } from 'astro:content';
import { currentRelease } from '../../release/currentRelease.ts';
import type { Release } from '../../release/release.ts';

/** Every release, newest first, and the one the site shows. */
export async function loadReleases(): Promise<{ current: Release; all: readonly Release[] }> {
  const entries = await getCollection('releases');
  const releases = entries.map(({ data }) => data);
  return {
    current: currentRelease(releases),
    all: releases.toSorted((a, b) => b.published.localeCompare(a.published) || b.id.localeCompare(a.id)),
  };
}
