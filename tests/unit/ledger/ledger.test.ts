import { describe, expect, test } from 'vitest';
import { figureIn, figuresOf, subjectsOf } from '../../../src/ledger/ledger.ts';
import { isVerified, nOf, printed, sentenceOf, whoCounted } from '../../../src/ledger/inWords.ts';
import { studySchema } from '../../../src/ledger/study.ts';
import { ledger } from '../../examples/ledger.ts';

const study = (changed: object = {}) => ({
  title: 'A survey',
  kind: 'survey',
  publisher: 'Somebody',
  year: 2020,
  asked: 'May 2020',
  n: 'more than 2,000',
  people: 'adults in Ireland',
  country: 'Ireland',
  checked: '2026-11-30',
  values: { silence: { value: '57%', of: 'adults', says: 'never heard back.', about: 'silence' } },
  sources: [{ name: 'Somebody', url: 'https://example.org/', first_hand: true, gives: 'figures' }],
  ...changed,
});
const value = (changed: object) => study({ values: { silence: { ...study().values.silence, ...changed } } });

describe('a study of the ledger', () => {
  test.each([
    ['a percentage of nothing', value({ of: undefined }), /what it is a share of/],
    ['a number in other words', value({ value: 'most' }), /as it is printed/],
    ['a sentence that does not end', value({ says: 'never heard back' }), /full stop/],
    ['a subject that is none', value({ about: 'ghosts' }), /silence, feedback, effects/],
    ['a kind that is none', study({ kind: 'rumour' }), /survey, benchmark/],
    ['no number', study({ values: {} }), /at least one number/],
    ['a claim without what is said', study({ kind: 'claim', values: {} }), /what is said/],
    ['a claim about nothing', study({ kind: 'claim', values: {} }), /is about/],
    ['a subject besides those of its numbers', study({ about: 'law' }), /its numbers say it/],
    ['no source', study({ sources: [] }), /at least one source/],
    ['a day that does not exist', study({ checked: '2026-02-30' }), /a day that exists/],
    ['a field of its own', study({ margin: '3%' }), /margin/],
  ])('is refused with %s', (_, written, sentence) => {
    const { success, error } = studySchema.safeParse(written);
    expect(success).toBe(false);
    expect(error?.message).toMatch(sentence);
  });

  test('says what its number is a share of, and who counted', () => {
    const read = studySchema.parse(value({ roughly: 'nearly' }));
    expect(Object.values(read.values).map(sentenceOf)).toEqual(['Nearly 57% of adults never heard back.']);
    expect(whoCounted(read)).toBe('Somebody, 2020. More than 2,000 adults in Ireland.');
  });

  test('is “as reported by” others unless its numbers were read at the publisher’s own', () => {
    const [own] = study().sources;
    const others = { ...own, name: 'A paper', first_hand: false };
    const read = studySchema.parse(study({ sources: [others, { ...own, gives: 'sample' }] }));
    expect(isVerified(read)).toBe(false);
    expect(whoCounted(read)).toMatch(/^Somebody, 2020, as reported by A paper\. /);
  });

  test('that several reported names them as a list', () => {
    const [own] = study().sources;
    const sources = ['A', 'B', 'C'].map((name) => ({ ...own, name, first_hand: false }));
    expect(whoCounted(studySchema.parse(study({ sources })))).toMatch(/, as reported by A, B and C\. /);
  });

  test('whose number of people nobody gave says so', () => {
    expect(whoCounted(studySchema.parse(study({ n: 'not stated' })))).toMatch(
      /Adults in Ireland; number not given\.$/,
    );
  });
});

describe('the ledger', () => {
  test('holds the figures the site quotes, with what belongs to them', () => {
    const of = (id: string) => figureIn(ledger, id);
    expect(of('linkedin-2015.wanted').value.value).toBe('94%');
    expect(nOf(of('linkedin-2015.wanted').in.study)).toBe('more than 20,000');
    expect(printed(of('talent-board-2022.north-america').value)).toBe('nearly 71%');
    expect(isVerified(of('matrix-2017.never-heard').in.study)).toBe(true);
    expect(isVerified(of('debut-2017.no-feedback').in.study)).toBe(false);
  });

  test('names what there is where a figure is asked for that is not', () => {
    expect(() => figureIn(ledger, 'linkedin-2015.recieved')).toThrow(
      /linkedin-2015\.wanted, linkedin-2015\.received/,
    );
    expect(() => figureIn(ledger, 'linkedin-2016.wanted')).toThrow(
      /no study “linkedin-2016”, .*linkedin-2016\.yaml; of that publisher there is linkedin-2015/,
    );
  });

  test('does not hold what was given up for want of a source, or for contradicting itself', () => {
    const printedValues = ledger.flatMap(figuresOf).map(({ id, value }) => `${id} ${value.value}`);
    for (const given of [/^cipd.* 77%/, / 91%/, / 84%/, / 97%/, /tribepad.* 87%/, / 19/])
      expect(printedValues.filter((one) => given.test(one))).toEqual([]);
  });

  test('has a subject for every entry, by which it is found, also for a claim without a source', () => {
    expect(ledger.filter(({ study }) => subjectsOf(study).length === 0)).toEqual([]);
    const claims = ledger.filter(({ study }) => study.kind === 'claim');
    expect(claims.map(({ study }) => subjectsOf(study))).toEqual(claims.map(() => ['feedback']));
  });

  test('asks of no law, case or official count how many people there were, where that does not apply', () => {
    const none = ledger.filter(({ study }) => study.n === 'does not apply');
    expect(none.map(({ study }) => study.kind)).toEqual(expect.arrayContaining(['law', 'case', 'official']));
    expect(none.map(({ study }) => whoCounted(study)).filter((who) => who.includes('not given'))).toEqual([]);
  });

  test.each(ledger.map(({ id, study }) => [id, study] as const))(
    '%s reads as sentences',
    (_, { values, people, cautions }) => {
      for (const one of Object.values(values)) {
        expect(sentenceOf(one)).toMatch(/^[A-Z0-9£].*[^.]\.$/);
        // Checking a quote prints one number by itself, without those before it.
        expect(one.says).not.toMatch(/\bsaid so\b|\bscore there\b/);
      }
      expect(people).toMatch(/^[a-z]|^[A-Z]{2}/);
      for (const caution of cautions) expect(caution).toMatch(/^[“A-Z0-9].*\.$/);
    },
  );
});
