import { estimateOf } from '../../release/catalogue.ts';
import type { Ladder } from '../ladderFigure.ts';
import { headOf, type Source, turnedDownOrWaiting } from './source.ts';
import { stackedBar, type BarWords } from './stackedBar.ts';

const estimate = estimateOf('asking');

const common = {
  indicator: 'useful',
  sumFrom: 'end',
} as const satisfies Partial<BarWords>;

const answers = {
  noreply: ['No reply', 'silence'],
  vague: ['Nothing specific', 'rung-1'],
  useful: ['Something specific', 'rung-3'],
} as const satisfies BarWords['parts'];

/** E6: who asked for feedback and what it brought; what employers say usually happens. */
export const asking = (source: Source): Ladder => ({
  form: 'ladder',
  ...headOf(source, estimate, turnedDownOrWaiting),
  notes: [
    'Employers and job seekers here did not describe the same applications. Employers say what usually happens when somebody asks; job seekers whether they asked, and what came of it.',
  ],
  series: [
    stackedBar(source, estimate, 'job_seeker', {
      ...common,
      parts: { no: ['Did not ask', 'mid'], no_contact: ['No one to ask', 'mid'], ...answers },
      sum: 'asked and were told something specific',
      short: 'told something specific',
      base: 'job seekers turned down or left without an answer',
    }),
    stackedBar(source, estimate, 'employer', {
      ...common,
      parts: { nobody: ['Nobody asks', 'mid'], ...answers },
      sum: 'say that people who ask are told something specific',
      short: 'say something specific',
      base: 'employers who answered',
    }),
  ],
  rowHeading: 'What came of asking',
  howToRead:
    'Each bar is everyone who answered, cut by whether feedback was asked for and what came of it. The pale parts are those where nobody asked; the dashed, empty part is silence. The line beneath, from the right, is the part that brought something specific, with its small-numbers range.',
  doesNotShow:
    'It does not show whether asking helps: people who ask may differ from people who do not. Nor does it show that one side is right, because they do not tell of the same cases.',
});
