import { expect, test } from 'vitest';
import { checkPartition } from '../../../../src/release/disclosure/checkPartition.ts';
import { checkPopulations } from '../../../../src/release/disclosure/protect.ts';
import { categoryOf, type Group } from '../../../../src/release/disclosure/partition.ts';
import { byField, group, overall } from './groups.ts';

const check = (knowledge: Group) => () => {
  checkPartition(byField({ knowledge }, group(3)));
};

test('a tally that can be passes', () => {
  expect(check(group(40, 40, 40, { r1: 40 }))).not.toThrow();
  expect(check(group(0, 0, 0, { r1: 0 }))).not.toThrow();
  expect(() => {
    // Overall, answers exclude each other: a later one may be more than an earlier.
    checkPartition(overall({ n: 9, x: { form: 1, none: 8 }, added: {} }));
  }).not.toThrow();
});

test.each([
  [group(40, 41), 'E1 job_seeker field4, knowledge told: 41 of 40 cannot be.'],
  [group(40, -1), 'knowledge told: -1 of 40 cannot be.'],
  [group(40, 1.5), 'knowledge told: 1.5 of 40 cannot be.'],
  [group(-1, 0, 0), 'knowledge: -1 is not a number of people.'],
  [group(1.5, 0, 0), 'knowledge: 1.5 is not a number of people.'],
  [group(40, 10, 11), 'knowledge reason: it lies inside told and cannot be more.'],
  [group(40, 10, 5, { r1: 41 }), 'knowledge: 41 of 40 cannot be new since r1.'],
  [group(40, 10, 5, { r1: -1 }), 'knowledge: -1 of 40 cannot be new since r1.'],
  [{ n: 40, x: { told: 1 }, added: {} }, 'knowledge reason: there is no count.'],
])('a tally that cannot be stops the release (%#)', (knowledge, sentence) => {
  expect(check(knowledge)).toThrow(sentence);
  expect(check(knowledge)).toThrow('Run the tally again');
});

test('those in no category are checked too', () => {
  const rest = { n: 2, x: { told: 3, reason: 1 }, added: {} };
  expect(() => {
    checkPartition(byField({}, rest));
  }).toThrow('E1 job_seeker field4, rest told: 3 of 2 cannot be.');
  expect(() => {
    checkPartition(byField({}, { n: 2, x: {}, added: {} }));
  }).toThrow('rest told: there is no count.');
});

test('overall, those beside the base add up by reason', () => {
  expect(() => {
    checkPartition(overall(group(40), { n: 5, x: { dk: 3, pnts: 1 }, added: {} }));
  }).toThrow('E1 job_seeker, rest: its reasons add up to 4 and not to 5.');
});

test('the same people are as many in every table', () => {
  const answered = overall(group(60));
  const same = byField({ knowledge: group(50) }, group(10));
  expect(() => {
    checkPopulations([answered, same]);
  }).not.toThrow();
  expect(() => {
    checkPopulations([answered, byField({ knowledge: group(50) }, group(9))]);
  }).toThrow('E1 job_seeker field4 counts 59 people where E1 job_seeker counts 60 of the same.');
});

test('a category that is not there is named', () => {
  expect(() => categoryOf(byField({}), 'knowledge')).toThrow(
    'E1 job_seeker field4 has no category knowledge.',
  );
});
