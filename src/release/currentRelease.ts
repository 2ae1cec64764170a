import { isDemonstration, namesHost, type Environment } from './demonstration.ts';
import { noRelease } from './noRelease.ts';
import { SAMPLE, type Release } from './release.ts';

/** The newest real release, or the sample where there is none. */
export function newest<T extends Pick<Release, 'id' | 'made_up'>>(releases: readonly T[]): T | undefined {
  const real = releases.filter(({ made_up }) => !made_up).toSorted((a, b) => a.id.localeCompare(b.id));
  return real.at(-1) ?? releases.find(({ id }) => id === SAMPLE);
}

/** The release the site shows: the newest real one, or the sample where it may be shown, or that there is none yet. */
export const currentRelease = (releases: readonly Release[]): Release => newest(releases) ?? noRelease();

/**
 * Whether made-up numbers may be on the site: on this machine, or where a public build is told to demonstrate it
 * (protocol 2.11).
 */
export const maySample = (env: Environment): boolean => !namesHost(env) || isDemonstration(env);
