import { releaseText } from '../makeRelease.ts';
import type { Release } from '../release.ts';
import { CHECKSUM_FILE, packageChecksum, type Folder } from '../verify/refuseEdited.ts';
import { packageFiles } from './packageFiles.ts';
import type { Documents, Publisher } from './publisher.ts';

/**
 * Everything in the folder of a release: the files of its package, which are published as they are from then on, and
 * their checksums.
 * @param earlier the releases before it
 */
export function releaseFolder(
  release: Release,
  earlier: readonly Release[],
  publisher: Publisher & Documents,
): Folder {
  const made = packageFiles({ release, frozen: releaseText(release), all: [...earlier, release] }, publisher);
  const files = new Map(made.map(({ name, content }) => [name, content]));
  return new Map([...files, [CHECKSUM_FILE, packageChecksum(files)]]);
}
