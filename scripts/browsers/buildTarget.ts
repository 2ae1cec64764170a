import { floor } from '../../src/browser/floor.ts';

/** The oldest browsers, for `build.target` of Vite, which writes newer syntax in older words. */
export const buildTarget: string[] = Object.entries(floor).map(
  ([name, version]) => `${name === 'safari_ios' ? 'ios' : name}${version}`,
);
