import { createHash } from 'node:crypto';
import type { Choice, When } from '../../toolkit/letter.ts';

/** The choices for which a sentence stands, as attributes of its element. */
export const whenAttributes = (when: When): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(when).map(([name, values]) => [`data-${name}`, values.join(' ')]));

/**
 * Style rules that leave of each letter the sentences that are chosen, so that it needs no script. They are written here
 * because a style sheet would have to name every option a second time.
 */
export function choiceRules(choices: readonly Choice[]): {
  readonly css: string;
  readonly hash: `sha256-${string}`;
} {
  const css = choices
    .flatMap(({ name, options }) =>
      options.map(
        ({ value }) =>
          `.builder:has([name=${name}][value=${value}]:checked) [data-${name}]:not([data-${name}~=${value}]){display:none}`,
      ),
    )
    .join('');
  return { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` };
}
