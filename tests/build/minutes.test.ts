import { expect, test } from 'vitest';
import { minutesOf } from '../../src/survey/minutes.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { builtPages, type BuiltPage } from './harness/builtPages.ts';
import { testSite } from './harness/testSite.ts';

const pages = builtPages(testSite);
const sides = Object.values(questionnaire.sides).map((side) => ({
  ...side,
  minutes: `${minutesOf(questionnaire, side.id)}`,
}));
const [seeker, employer] = sides.map(({ minutes }) => minutes);

/** What a page says of how long a survey takes, its description included. */
const printed = ({ $ }: BuiltPage): readonly string[] =>
  [
    ...`${$('meta[name=description]').attr('content') ?? ''} ${$('main').text()}`.matchAll(
      /about ([\w-]+)\s+minutes/gi,
    ),
  ].map(([, minutes = '']) => minutes);

const at = (path: string): BuiltPage => {
  const page = pages.find((each) => each.path === path);
  if (page === undefined) throw new Error(`The site has no ${path}.`);
  return page;
};

test.each(sides)('the $title prints the minutes that were counted for it', ({ slug, minutes }) => {
  const page = at(`/survey/${slug}/`);
  expect(page.$('[data-survey]').attr('data-minutes')).toBe(minutes);
  // In the description and in what is read before agreeing.
  expect(printed(page)).toEqual([minutes, minutes]);
});

test.each(['/', '/survey/'])('%s prints both counts, the job seekers’ first', (path) => {
  expect(printed(at(path))).toEqual([seeker, employer]);
});

test('no page prints another number of minutes', () => {
  const wrong = pages.flatMap((page) =>
    printed(page)
      .filter((minutes) => minutes !== seeker && minutes !== employer)
      .map((minutes) => `${page.path}: about ${minutes} minutes`),
  );
  expect(wrong).toEqual([]);
});
