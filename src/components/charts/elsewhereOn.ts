import { outsideFigures, type OutsideFigure } from '../page/outsideFigures.ts';

type Outside = Pick<OutsideFigure, 'value' | 'says' | 'who' | 'url'>;

const [noReason, noAnswerInterviewed, noAnswerApplied] = outsideFigures;

const nothingBack: Outside = {
  value: '60%',
  says: 'of candidates said that they got no feedback after being rejected.',
  who: 'Talent Board, 2021. Candidates of employers that took part; number not given.',
  url: 'https://www.thetalentboard.org/article/cross-the-competitive-finish-line-with-your-interview-finalists/',
};

/**
 * Figures of others on the subject of a chart (by its id), each read on the page it links to. Where that is not the
 * publisher’s own, `who` says so.
 */
const byChart: Readonly<Record<string, readonly (Outside | undefined)[]>> = {
  outcome: [noAnswerApplied, noAnswerInterviewed],
  'told-by-day': [noAnswerInterviewed, noAnswerApplied],
  'told-by-stage': [noAnswerInterviewed, noAnswerApplied],
  waiting: [noAnswerInterviewed],
  'explanation-ladder': [noReason, nothingBack],
  'how-told': [
    {
      value: '63%',
      says: 'of candidates had their rejection from an address that takes no reply; 6% had a phone call.',
      who: nothingBack.who,
      url: nothingBack.url,
    },
  ],
  clarity: [
    {
      value: '32%',
      says: 'of the candidates who got feedback after being rejected found it useful.',
      who: nothingBack.who,
      url: nothingBack.url,
    },
  ],
  confidence: [
    {
      value: '119',
      says: 'people took part in an experiment in which those told how they had performed, with the no, felt worse and thought less of themselves than those told the bare no.',
      who: 'Schinkel, van Dierendonck and Anderson, 2004, in a laboratory; as in its abstract.',
      url: 'http://sigmaresearch.nl/index.php/publicaties/impact-of-selection-encounters-on-applicants',
    },
  ],
  'apply-again': [
    {
      value: '138',
      says: 'rejected candidates took part in a study in which a timely, personal and informal letter raised how fair they found it and whether they meant to apply again.',
      who: 'Cortini, Galanti and Barattucci, 2019; authors in Italy.',
      url: 'https://doi.org/10.3390/bs9100102',
    },
  ],
  asking: [
    {
      value: '9%',
      says: 'of votes in an online poll said that asking often or always brings feedback; nearly 60% said never.',
      who: 'LinkedIn poll, 2023 or 2024, as reported by Yuhpp. More than 14,000 votes of whoever came by.',
      url: 'https://yuhpp.com/post/the-feedback-gap-in-job-applications',
    },
  ],
  'most-useful': [
    {
      value: '94%',
      says: 'of professionals wanted feedback after an interview; 41% had ever received it.',
      who: 'LinkedIn, 2015, as reported by BountyJobs. More than 20,000 people in 29 countries.',
      url: 'https://blog.bountyjobs.com/interview-feedback-who-should-do-it_/',
    },
  ],
};

/** What others have published on the subject of a chart; none where we know of nothing. @param chart the whole chart’s id */
export const elsewhereOn = (chart: string): readonly Outside[] =>
  (byChart[chart] ?? []).filter((figure) => figure !== undefined);

/** The charts on whose subject something was found. */
export const subjects: readonly string[] = Object.keys(byChart);
