import { strToU8, zipSync } from 'fflate';

/**
 * A ZIP archive with the files in one folder. The same files and day make the same bytes in every time zone, because
 * the format stores local times and `mtime` is noon in local time.
 * @param day ISO date, such as 2026-12-01.
 */
export function zip(
  folder: string,
  day: string,
  files: readonly { readonly name: string; readonly content: string }[],
): Uint8Array<ArrayBuffer> {
  const mtime = new Date(`${day}T12:00:00`);
  return new Uint8Array(
    zipSync(
      Object.fromEntries(files.map(({ name, content }) => [`${folder}/${name}`, strToU8(content)] as const)),
      { level: 9, mtime },
    ),
  );
}
