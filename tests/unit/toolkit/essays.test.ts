import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { offerOfReason } from '../../../src/toolkit/advice.ts';
import { furtherLaws, laws } from '../../../src/toolkit/law.ts';

const essay = (slug: string): string => readFileSync(`src/content/essays/${slug}.mdx`, 'utf8');
const saidOf = (place: string): string => laws.find(({ where }) => where === place)?.says.join(' ') ?? '';

describe('what the toolkit says of laws agrees with the essays', () => {
  test.each(furtherLaws)('$essay has $has', ({ essay: slug, has }) => {
    const places = has.match(/\p{Lu}\p{Ll}+/gu) ?? [];
    expect(places.length).toBeGreaterThan(0);
    for (const place of places) expect(essay(slug)).toContain(place);
    expect(laws.map(({ where }) => where)).not.toEqual(expect.arrayContaining(places));
  });

  test('none of them is called the nearest, because the essays have others', () => {
    for (const { where, says } of laws)
      expect(says.join(' '), where).not.toMatch(/\b(nearest|closest|only)\b/);
  });

  test('American employers of the same size keep records, and give a copy of a background report', () => {
    const lawyers = essay('what-lawyers-say-about-feedback');
    const [, size] = /Federal rules also have employers with (\d+) people or more/.exec(lawyers) ?? [];
    expect(saidOf('The United States')).toContain(`employers with ${size ?? '?'} or more people`);
    const [, report] = /Fair Credit Reporting Act, as explained by .*?\]\((.*?)\)/.exec(lawyers) ?? [];
    expect(laws.flatMap(({ sources }) => sources.map(({ url }) => url))).toContain(report);
    expect(saidOf('The United States')).toContain('background report');
  });
});

test('a reason is offered in the words of the essay on reasons that hurt', () => {
  expect(essay('when-a-reason-hurts')).toContain(offerOfReason);
});
