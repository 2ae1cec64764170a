import { frame, years } from '../../survey/frame.ts';
import { estimateOf } from '../../release/catalogue.ts';
import { DESCRIBED } from '../finding.ts';
import type { Ladder, LadderSeries } from '../ladderFigure.ts';
import type { Withheld } from '../parts.ts';
import { answerShare } from './indicatorShare.ts';
import { sumFound } from './shareFound.ts';
import { headOf, type Source } from './source.ts';
import { stackedBar } from './stackedBar.ts';

const estimate = estimateOf('outcome');

const bar = (source: Source): LadderSeries | Withheld =>
  stackedBar(source, estimate, 'job_seeker', {
    parts: {
      rejected_told: ['Told no', 'rung-2'],
      silent: ['No final answer', 'silence'],
      open: ['Still open', 'mid'],
      cancelled: ['Job dropped', 'rung-1'],
      withdrew: ['Pulled out', 'mid'],
      offered: ['Offered the job', 'rung-4'],
    },
    sumOf: { code: 'rejected_told', cells: ['rejected_told'] },
    sum: 'were told no',
    short: 'were told no',
    sumFrom: 'start',
  });

const toldNo = (source: Source) =>
  sumFound(bar(source), { who: 'applications', does: 'ended in a no', counted: DESCRIBED });

/**
 * E1: how it ended, up to the day of answering. It is read for those who were told no: its silences are of unlike ages,
 * so that what is said of silence rests on E2 (protocol 1.5).
 */
export const outcome = (source: Source): Ladder => ({
  form: 'ladder',
  ...headOf(source, estimate, { job_seeker: 'Job seekers, each about one application' }),
  notes: [
    `This is how it stood on the day of answering, between ${frame.days} days and ${years} after the last step, so some have waited far longer than others. “Told by day” counts everybody after the same ${frame.days} days.`,
  ],
  findings: [
    {
      kind: 'parts',
      who: 'applications described here',
      parts: [
        { share: toldNo(source).share, does: 'ended in a no' },
        { share: answerShare(source, estimate, 'job_seeker', 'offered'), does: 'in an offer' },
      ],
    },
    toldNo(source),
  ],
  series: [bar(source)],
  rowHeading: 'How it ended',
  howToRead:
    'The bar is everyone who answered, cut by how it ended. The dashed, empty part has had no final answer: nothing was said, so nothing is drawn. The line beneath repeats those who were told no, with its small-numbers range.',
  doesNotShow:
    'It does not show how often applications end in silence in general: people chose to take part, and each describes one application, picked by a rule that prefers interviews.',
});
