import { MINIMUM_GROUP } from '../../release/disclosure/thresholds.ts';
import { estimateOf } from '../../release/catalogue.ts';
import { describedBy } from '../finding.ts';
import type { Ladder } from '../ladderFigure.ts';
import { count } from '../percent.ts';
import { dated, datedInWords } from './dated.ts';
import { sumFound } from './shareFound.ts';
import { headOf, seriesOf, type Source } from './source.ts';
import { stackedBar } from './stackedBar.ts';

const estimate = estimateOf('known-not-said');

/** Those who had a reason and do not know whether it was passed on; small numbers in words (protocol 2.5). */
function unknown(source: Source): readonly string[] {
  const { published } = seriesOf(source, estimate, 'employer_told');
  if (published.status !== 'published') return [];
  const { unsaid } = published;
  if (unsaid === 0) return [];
  const many = unsaid === null ? `Fewer than ${MINIMUM_GROUP}` : count(unsaid);
  return [
    `${many} others had a reason and did not or could not say whether it was passed on${datedInWords(dated(published))}; they are not in the upper bar.`,
  ];
}

const told = (source: Source) =>
  stackedBar(source, estimate, 'employer_told', {
    parts: {
      then: ['Told with the no', 'rung-4'],
      asked: ['Told when they asked', 'rung-3'],
      not: ['Not told', 'silence'],
    },
    indicator: 'told',
    sum: 'passed it on',
    short: 'passed it on',
    sumFrom: 'start',
  });

const known = (source: Source) =>
  stackedBar(source, estimate, 'employer_known', {
    parts: {
      written: ['Something about them, in notes', 'rung-4'],
      yes: ['Not written down', 'rung-3'],
      rival: ['Someone stronger', 'mid'],
      other: ['Not about them', 'rung-1'],
      unclear: ['No clear reason', 'silence'],
    },
    indicator: 'reason',
    sum: 'had a reason about the person',
    short: 'had a reason about them',
    sumFrom: 'start',
  });

/** E18: how often there was a reason about the person, and how often the person was ever told it. */
export const knownNotSaid = (source: Source): Ladder => ({
  form: 'ladder',
  ...headOf(source, estimate, {
    employer: 'Employers, about one person who was interviewed and not hired',
  }),
  notes: [
    [
      'Employers were asked whether something about the person decided it, never what it was. If two things fit, the upper answer was to be taken.',
      ...unknown(source),
    ].join(' '),
    'Anyone may have passed the reason on.',
  ],
  findings: [
    sumFound(told(source), {
      who: 'employers here with a specific reason for a no',
      does: 'gave it to the candidate',
      counted: 'who know whether it was given',
    }),
    sumFound(known(source), {
      who: 'rejections after an interview',
      does: 'had a specific reason, passed on or not',
      counted: describedBy.employer,
    }),
  ],
  series: [told(source), known(source)],
  apart: true,
  rowHeading: 'Answer',
  howToRead:
    'The upper bar is the employers who had a reason about the person, cut by whether the person was told one: with the no, when they asked, or not at all, which is the dashed, empty part. The lower bar is every employer who described somebody, cut by what decided; its first two parts are such a reason. The line beneath each adds up what it is read for, with its small-numbers range.',
  doesNotShow:
    'It does not show whether what people were told was the true reason, nor why others were not told: there may have been a rule, no time, or no wish to hurt.',
});
