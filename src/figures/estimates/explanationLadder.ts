import { estimateOf } from '../../release/catalogue.ts';
import type { Ladder, LadderSeries } from '../ladderFigure.ts';
import type { Withheld } from '../parts.ts';
import { dated } from './dated.ts';
import { rungNames } from './rungNames.ts';
import { share } from './share.ts';
import { countOf, headOf, labelOf, seriesOf, type Source } from './source.ts';
import { withheld } from './withheld.ts';

const estimate = estimateOf('explanation-ladder');

/** The rungs that say nothing about the person; their sum is what the bar is read for, declared before any answer came in. */
const nothingAboutThePerson = ['silence', 'form', 'generic'];

const rungTones = ['silence', 'rung-1', 'rung-2', 'rung-3', 'rung-4'] as const;

const words = {
  job_seeker: {
    label: 'no reason about the person',
    base: 'interviews described here',
    predicate: 'ended without a reason about the person',
  },
  employer: {
    label: 'say the same of their practice',
    base: 'employers who answered',
    predicate: 'say that people they interview usually get no reason about the person',
  },
} as const;

function bar(source: Source, id: string): LadderSeries | Withheld {
  const { definition, published } = seriesOf(source, estimate, id);
  if (published.status !== 'published') return withheld(definition, published);
  const n = published.n_answered;
  const label = (code: string) =>
    code === 'silence'
      ? 'No final answer for at least 45 days, or no message'
      : labelOf(source, 'explain', code);
  const parts = definition.cells.map(({ code }, i) => ({
    ...share(
      { code, label: label(code), short: rungNames[code] ?? label(code) },
      countOf(published, code),
      n,
    ),
    tone: rungTones[i] ?? 'rung-4',
  }));
  const x = nothingAboutThePerson.reduce((sum, code) => sum + countOf(published, code), 0);
  const { label: sumLabel, base, predicate } = words[definition.side];
  const sum = share({ code: 'no_reason', label: sumLabel, short: sumLabel }, x, n);
  const { side, label: seriesLabel, shortLabel } = definition;
  return {
    id,
    side,
    label: seriesLabel,
    shortLabel,
    n,
    parts,
    sum: { ...sum, base, predicate },
    sumFrom: 'start',
    ...dated(published),
  };
}

/** Who is not in an employer’s bar, with how many there were. */
function notes(source: Source): readonly string[] {
  const { published } = seriesOf(source, estimate, 'employer_interviewed');
  const general = 'Employers and job seekers here did not describe the same applications.';
  if (published.status !== 'published') return [general];
  const varies = countOf(published, 'varies');
  const unsure = countOf(published, 'dk');
  return [
    `${general} ${varies} employers said it depends on who handles it and ${unsure} did not know; they are not in the ${published.n_answered}.`,
  ];
}

/** E3: what was said about why, both sides, after an interview. */
export const explanationLadder = (source: Source): Ladder => ({
  form: 'ladder',
  ...headOf(source, estimate, {
    job_seeker: 'Job seekers who were interviewed and not selected, or left without an answer for 45 days',
  }),
  notes: notes(source),
  series: ['job_seeker_interviewed', 'employer_interviewed'].map((id) => bar(source, id)),
  rowHeading: 'What was said',
  howToRead:
    'Each bar is everyone who answered, cut by what was said. The dashed, empty part is silence: nothing was said, so nothing is drawn. ' +
    'The line beneath adds up the parts with no reason about the person, and its end shows how far that total could move by chance.',
  doesNotShow:
    'It does not show what happens to applicants in general, nor that one side is right: job seekers tell of one application each, employers of what they usually do, and neither describes the other’s cases.',
});
