import * as z from 'zod/mini';
import { releaseHeadSchema } from './releaseHead.ts';
import { CHECKSUM_FILE, readChecksums } from './verify/refuseEdited.ts';

/** A release of any age as the site lists and serves it: its head, and its files as they lie in its folder. */
export const publishedSchema = z.extend(releaseHeadSchema, {
  files: z.array(z.strictObject({ name: z.string(), bytes: z.int(), sha256: z.string() })),
});

export type PublishedRelease = z.infer<typeof publishedSchema>;
export type PublishedFile = PublishedRelease['files'][number];

/** The files that are served, in the order in which they were written, with their sizes and checksums. */
export const publishedFiles = (files: ReadonlyMap<string, Uint8Array>): PublishedFile[] =>
  [...readChecksums(files.get(CHECKSUM_FILE) ?? '')].map(([name, sha256]) => ({
    name,
    bytes: files.get(name)?.byteLength ?? 0,
    sha256,
  }));
