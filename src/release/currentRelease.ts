import type { Release } from './release.ts';

/** The release the site shows: the newest real one, or the sample as long as there is none. */
export function currentRelease(releases: readonly Release[]): Release {
  const real = releases.filter(({ made_up }) => !made_up).toSorted((a, b) => a.id.localeCompare(b.id));
  const current = real.at(-1) ?? releases[0];
  if (current === undefined)
    throw new Error(
      'There is no release in src/content/releases: run "npm run sample" and "npm run release".',
    );
  return current;
}
