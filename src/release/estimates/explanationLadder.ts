import { questionnaire } from '../../survey/questionnaire.ts';
import { atStage, stages, turnedDownOrWaiting, turnedPersonDown } from '../bases.ts';
import { cell, noAnswerTo } from '../cells.ts';
import { aboutThem, saidAtNo, saidInTheEnd, unlifted } from '../explained.ts';
import { ofInterviewed, strata } from '../segments.ts';
import type { Cell, EstimateDefinition, Indicator, SeriesDefinition } from '../series.ts';
import { either, is } from '../../survey/condition.ts';

const indicators: readonly Indicator[] = [
  { id: 'specific', label: 'a reason about the person', cells: [...aboutThem] },
];

/** Whom the employer does not know to have been told anything: when, or what. “Told, I do not know when” was told. */
const unknownToEmployer: readonly Cell[] = noAnswerTo('e_explanation').map((aside) =>
  aside.code === 'dk'
    ? aside
    : cell(
        aside.code,
        // Of two questions at once, so in the words of neither.
        aside.code === 'unseen' ? questionnaire.missing.unseen : aside.label,
        either(aside.where, is('e_time', aside.code)),
      ),
);

const seekers = (stage: (typeof stages)[number], end: boolean): SeriesDefinition => ({
  id: `job_seeker_${stage.id}${end ? '' : '_at_no'}`,
  side: 'job_seeker',
  label: `Job seekers, ${stage.label.toLowerCase()}${end ? '' : '; with the no'}`,
  shortLabel: `Job seekers, ${stage.label.toLowerCase()}${end ? '' : '; with the no'}`,
  base: atStage(turnedDownOrWaiting, stage),
  cells: end ? saidInTheEnd('job_seeker') : saidAtNo('job_seeker'),
  asides: end ? unlifted('job_seeker', noAnswerTo('s_explanation')) : noAnswerTo('s_explanation'),
  indicators,
  segments: stage.id === 'interviewed' && end ? ofInterviewed : [],
});

const employers = (end: boolean): SeriesDefinition => ({
  id: `employer_interviewed${end ? '' : '_at_no'}`,
  side: 'employer',
  label: `Employers, each about one interviewed person${end ? '' : '; with the no'}`,
  shortLabel: `Employers, on one person${end ? '' : '; with the no'}`,
  base: turnedPersonDown,
  cells: end ? saidInTheEnd('employer') : saidAtNo('employer'),
  asides: end ? unlifted('employer', unknownToEmployer) : unknownToEmployer,
  indicators,
  segments: end ? ofInterviewed : [],
});

const [applied, screened, interviewed] = stages;

/** E3: what people heard about why, from nothing to something to do differently: in the end, and with the no; both sides. */
export const explanationLadder: EstimateDefinition = {
  id: 'E3',
  slug: 'explanation-ladder',
  name: 'The explanation ladder',
  questions: [
    { side: 'job_seeker', id: 's_explanation' },
    { side: 'job_seeker', id: 's_asked' },
    { side: 'employer', id: 'e_explanation' },
    { side: 'employer', id: 'e_asked' },
  ],
  series: [
    // The furthest stage first: it is the one that employers were asked about.
    seekers(interviewed, true),
    seekers(screened, true),
    seekers(applied, true),
    employers(true),
    seekers(interviewed, false),
    employers(false),
  ],
  comparisons: [
    {
      a: { series: 'employer_interviewed', indicator: 'specific' },
      b: { series: 'job_seeker_interviewed', indicator: 'specific' },
      within: strata,
    },
  ],
};
