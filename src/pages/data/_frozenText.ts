/** The text of each frozen release, byte for byte as the release job wrote it. (Astro makes no page of a file with _.) */
const frozen = import.meta.glob<string>('../../content/releases/*/release.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The text of one release.json. Throws where there is none. */
export function frozenText(release: string): string {
  const text = frozen[`../../content/releases/${release}/release.json`];
  if (text === undefined)
    throw new Error(`The release “${release}” does not lie in src/content/releases/${release}.`);
  return text;
}
