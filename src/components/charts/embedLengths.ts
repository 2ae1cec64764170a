import css from '../../styles/embed.css?raw';

const ROOT_FONT_SIZE = 16;

/**
 * A length of the embed page in pixels at the usual text size, read from embed.css, which is its only home.
 * @param name such as `title-line` for `--embed-title-line`
 * @throws Error when embed.css does not give it in rem
 */
export function embedLength(name: string): number {
  const [, rem] = new RegExp(`--embed-${name}:\\s*([\\d.]+)rem`).exec(css) ?? [];
  if (rem === undefined) throw new Error(`src/styles/embed.css must give --embed-${name} in rem.`);
  return Number(rem) * ROOT_FONT_SIZE;
}
