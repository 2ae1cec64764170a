import { employers, turnedDownOrWaiting } from '../bases.ts';
import { answersTo, noAnswerTo } from '../cells.ts';
import { askedOfBoth, everySegment } from '../segments.ts';
import type { EstimateDefinition } from '../series.ts';

/** E6: who asked for feedback and what it brought; what employers say usually happens. */
export const asking: EstimateDefinition = {
  id: 'E6',
  slug: 'asking',
  name: 'Asking for feedback',
  questions: [
    { side: 'job_seeker', id: 's_asked' },
    { side: 'employer', id: 'e_asked' },
  ],
  series: [
    {
      id: 'job_seeker',
      side: 'job_seeker',
      label: 'Job seekers who were turned down or left without an answer',
      shortLabel: 'Job seekers',
      base: turnedDownOrWaiting,
      cells: answersTo('s_asked', 'no', 'no_contact', 'noreply', 'vague', 'useful'),
      asides: noAnswerTo('s_asked'),
      indicators: [
        { id: 'asked', label: 'asked for feedback', cells: ['noreply', 'vague', 'useful'] },
        { id: 'useful', label: 'asked and were told something specific', cells: ['useful'] },
      ],
      segments: everySegment,
    },
    {
      id: 'employer',
      side: 'employer',
      label: 'Employers, about people who ask',
      shortLabel: 'Employers',
      base: employers,
      cells: answersTo('e_asked', 'nobody', 'noreply', 'vague', 'useful'),
      asides: noAnswerTo('e_asked'),
      indicators: [
        { id: 'useful', label: 'say that people who ask are told something specific', cells: ['useful'] },
      ],
      segments: askedOfBoth,
    },
  ],
  comparisons: [],
};
