import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const block = 512;

/** The text of one file in a tar archive. https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html (ustar) */
function fileInTar(archive: Buffer, wanted: RegExp): string {
  for (let at = 0; at + block <= archive.length;) {
    const name = archive.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(archive.toString('ascii', at + 124, at + 136), 8) || 0;
    if (wanted.test(name)) return archive.toString('utf8', at + block, at + block + size);
    at += block + Math.ceil(size / block) * block;
  }
  throw new Error(`PGlite’s pgTAP archive holds no file like ${String(wanted)}.`);
}

/**
 * pgTAP’s functions as SQL, from the archive in PGlite’s own package, so that both databases run the same version and
 * none is kept here. It is plain SQL and PL/pgSQL: a server needs nothing installed.
 */
export function pgTapSource(): string {
  const pglite = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
  const archive = gunzipSync(readFileSync(join(pglite, 'pgtap.tar.gz')));
  return fileInTar(archive, /\/pgtap--\d+\.\d+\.\d+\.sql$/);
}
