import type { Study, StudyValue } from './study.ts';

/** What stands for the number of people where nobody was asked, as by a law. */
const NO_SAMPLE = 'does not apply';

/** The number as it is printed, with what belongs to it: “nearly 71%”. */
export const printed = ({ roughly, value }: StudyValue): string =>
  roughly === undefined ? value : `${roughly} ${value}`;

/** The words that follow the number: “of professionals wanted feedback after an interview.” */
export const saysOf = ({ of, says }: StudyValue): string => (of ? `of ${of} ${says}` : says);

/** The whole sentence: “94% of professionals wanted feedback after an interview.” */
export const sentenceOf = (value: StudyValue): string => capital(`${printed(value)} ${saysOf(value)}`);

/** Were the numbers read on the publisher’s own page. */
export const isVerified = ({ sources }: Study): boolean =>
  sources.some(({ first_hand, gives }) => first_hand && gives === 'figures');

/** Who reported the numbers, where they were not seen at the publisher’s: “BountyJobs”. */
export const reporters = (study: Study): readonly string[] =>
  isVerified(study) ? [] : study.sources.filter(({ gives }) => gives === 'figures').map(({ name }) => name);

/** How many answered: “807”, “more than 20,000”, “not stated”. */
export const nOf = ({ n }: Study): string => (typeof n === 'number' ? n.toLocaleString('en') : n);

/** Who answered: “807 adults in Ireland”, or “Job applicants; number not given”; of a law or a case whom it is about. */
export function peopleOf(study: Study): string {
  if (study.n === NO_SAMPLE || study.kind === 'claim') return capital(study.people);
  return capital(
    /\d/.test(nOf(study)) ? `${nOf(study)} ${study.people}` : `${study.people}; number not given`,
  );
}

/** Publisher and year, and who reported it: “LinkedIn, 2015, as reported by BountyJobs”. */
export function publishedBy(study: Study): string {
  const by = reporters(study);
  return [
    study.publisher,
    study.year === 'not stated' ? 'year not stated' : String(study.year),
    ...(by.length === 0 ? [] : [`as reported by ${new Intl.ListFormat('en-GB').format(by)}`]),
  ].join(', ');
}

/** Publisher, year and people as one line: “Matrix Recruitment, 2017. 807 adults in Ireland.” */
export const whoCounted = (study: Study): string => `${publishedBy(study)}. ${peopleOf(study)}.`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence to paste that leaves nothing out: the number, whose it is, of when, and of whom. */
export const quotable = (study: Study, value: StudyValue): string =>
  `${sentenceOf(value)} (${whoCounted(study).replace(/\.$/, '')}.)`;
