import { isReleased } from '../release/isReleased.ts';
import type { Release } from '../release/release.ts';

/** Whether a person’s answers may be set beside a release: nobody is compared with made-up people, in no build (protocol 2.11). */
export const mayCompare = (release: Release): boolean => isReleased(release) && !release.made_up;
