import { describe, expect, test } from 'vitest';
import type { Option, SideId } from '../../../src/survey/question.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { variablesOf } from '../../../src/survey/variables.ts';

/** What is put to both sides has the same codes, and the same words turned to the other side (protocol 1.6). */

function answersTo(side: SideId, id: string): readonly Option[] {
  const found = variablesOf(questionnaire, side).find((variable) => variable.id === id);
  if (found === undefined) throw new Error(`There is no ${id} on the side ${side}.`);
  return found.options.filter(({ code }) => !(code in questionnaire.missing));
}

/** Codes that one side alone is offered, and why. */
const oneSided: Readonly<Record<string, string>> = {
  'e_explanation cancelled': 'a job seeker whose job was dropped says so in s_outcome',
  'e_time never': 'a job seeker who was not told says so in s_outcome',
  's_asked no_contact': 'an employer cannot know that there was nobody to ask',
};

/** Labels that are more than turned, and why. */
const reworded: Readonly<Record<string, { readonly employer: string; readonly because: string }>> = {
  's_channel personal': {
    employer: 'By a message written for them',
    because: 'the reader sees how a message looks, the sender knows how it was written',
  },
  's_channel auto': {
    employer: 'By an automatic or standard message',
    because: 'the reader sees how a message looks, the sender knows how it was written',
  },
  's_channel account': {
    employer: 'In an online account',
    because:
      'a message that sends people to the account is the reader’s first sight of it, and no news to the sender',
  },
  's_asked no': {
    employer: 'Not that I know of',
    because: 'people know whether they asked, and an employer may not have heard of it',
  },
  's_asked vague': {
    employer: 'Yes, and the reply told them nothing specific, or that we give none',
    because: 'who gives no feedback is “they” to one side and “we” to the other',
  },
};

const turnedWords: Readonly<Record<string, string>> = { I: 'they', me: 'them', my: 'their' };
const turned = (text: string | undefined): string | undefined =>
  text?.replaceAll(/\b(?:I|me|my)\b/g, (word) => turnedWords[word] ?? word);

test('a label is turned word by word', () => {
  expect(turned('I told me that my timing was mine')).toBe('they told them that their timing was mine');
});

test('the exceptions are those that the questionnaire lists, with the same reasons', () => {
  const listed = questionnaire.pairs.flatMap((pair) =>
    pair.only.map(({ side, code, because }) => [
      `${side === 'employer' ? pair.employer : pair.jobSeeker} ${code}`,
      because,
    ]),
  );
  expect(Object.fromEntries(listed)).toEqual(oneSided);
});

describe.each(questionnaire.pairs)('$jobSeeker and $employer', (pair) => {
  const seeker = answersTo('job_seeker', pair.jobSeeker);
  const employer = answersTo('employer', pair.employer);
  const shared = (id: string, options: readonly Option[]) =>
    options.filter(({ code }) => !(`${id} ${code}` in oneSided));

  test('have the same codes in the same order, but for those that one side alone is offered', () => {
    expect(shared(pair.jobSeeker, seeker).map(({ code }) => code)).toEqual(
      shared(pair.employer, employer).map(({ code }) => code),
    );
    for (const { side, code } of pair.only) {
      const [own, other] = side === 'employer' ? [employer, seeker] : [seeker, employer];
      expect(own.map((option) => option.code)).toContain(code);
      expect(other.map((option) => option.code)).not.toContain(code);
    }
  });

  test('have the same words, turned to the other side, but for those listed above', () => {
    const said = shared(pair.jobSeeker, seeker).map(({ code, label, example }) => [
      code,
      reworded[`${pair.jobSeeker} ${code}`]?.employer ?? turned(label),
      turned(example),
    ]);
    expect(said).toEqual(
      shared(pair.employer, employer).map(({ code, label, example }) => [code, label, example]),
    );
  });

  test('are said to have the same labels exactly where they have', () => {
    const [mine, theirs] = [shared(pair.jobSeeker, seeker), shared(pair.employer, employer)].map((options) =>
      options.map(({ label }) => label),
    );
    expect(pair.sameLabels).toBe(JSON.stringify(mine) === JSON.stringify(theirs));
  });
});

test.each(Object.entries(reworded))('the exception %s is needed', (name, { employer }) => {
  const [id = '', code] = name.split(' ');
  const label = answersTo('job_seeker', id).find((option) => option.code === code)?.label;
  expect(label).toBeDefined();
  expect(turned(label)).not.toBe(employer);
});

test('“don’t know” and “prefer not to say” are offered on both sides of a pair, or on neither', () => {
  const offers = (side: SideId, id: string) =>
    questionnaire.sides[side].questions
      .find((question) => question.id === id)
      ?.offers.map(({ code }) => code)
      .filter((code) => code !== 'unseen')
      .toSorted();
  for (const { jobSeeker, employer } of questionnaire.pairs)
    expect([jobSeeker, offers('job_seeker', jobSeeker)]).toEqual([jobSeeker, offers('employer', employer)]);
});

test('an interview is the same on both sides', () => {
  const help = (side: SideId, id: string) =>
    questionnaire.sides[side].questions.find((question) => question.id === id)?.help ?? '';
  const [seeker, employer] = [help('job_seeker', 's_stage'), help('employer', 'e_last')];
  expect(seeker).toMatch(/^An interview is a live talk/);
  expect(employer.startsWith(seeker)).toBe(true);
});
