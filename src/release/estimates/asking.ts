import { interviewed, partOf, turnedPersonDown } from '../bases.ts';
import { answer, answersTo, cell, noAnswerTo } from '../cells.ts';
import { ofInterviewed, strata } from '../segments.ts';
import type { EstimateDefinition } from '../series.ts';
import { is } from '../../survey/condition.ts';

const replies = ['noreply', 'vague', 'useful'];

const useful = { id: 'useful', label: 'were told something specific', cells: ['useful'] };
const asked = { id: 'asked', label: 'asked for feedback', cells: ['asked'] };

/** E6: what those who ask are told, and beside it how many ask; both sides. */
export const asking: EstimateDefinition = {
  id: 'E6',
  slug: 'asking',
  name: 'If you ask for feedback',
  questions: [
    { side: 'job_seeker', id: 's_asked' },
    { side: 'employer', id: 'e_asked' },
  ],
  series: [
    {
      id: 'job_seeker',
      side: 'job_seeker',
      label: 'Job seekers who asked, interviewed',
      shortLabel: 'Job seekers who asked',
      base: partOf(
        interviewed,
        'interviewed_asked',
        'interviewed job seekers who asked for feedback',
        is('s_asked', ...replies),
      ),
      cells: answersTo('s_asked', ...replies),
      asides: [],
      indicators: [useful],
      segments: strata,
    },
    {
      id: 'employer',
      side: 'employer',
      label: 'Employers whose person asked',
      shortLabel: 'Employers, on people who asked',
      base: partOf(
        turnedPersonDown,
        'person_asked',
        'employers, each about one person who asked for feedback',
        is('e_asked', ...replies, 'unseen'),
      ),
      cells: answersTo('e_asked', ...replies),
      asides: [answer('e_asked', 'unseen')],
      indicators: [useful],
      segments: strata,
    },
    {
      id: 'job_seeker_asked',
      side: 'job_seeker',
      label: 'Job seekers, interviewed',
      shortLabel: 'Job seekers, interviewed',
      base: interviewed,
      cells: [...answersTo('s_asked', 'no', 'no_contact'), cell('asked', 'Asked', is('s_asked', ...replies))],
      asides: noAnswerTo('s_asked'),
      indicators: [asked],
      segments: ofInterviewed,
    },
    {
      id: 'employer_asked',
      side: 'employer',
      label: 'Employers, each about one interviewed person',
      shortLabel: 'Employers, on one person',
      base: turnedPersonDown,
      cells: [...answersTo('e_asked', 'no'), cell('asked', 'Asked', is('e_asked', ...replies, 'unseen'))],
      asides: noAnswerTo('e_asked').filter(({ code }) => code !== 'unseen'),
      indicators: [asked],
      segments: ofInterviewed,
    },
  ],
  comparisons: [
    {
      a: { series: 'employer', indicator: 'useful' },
      b: { series: 'job_seeker', indicator: 'useful' },
      within: strata,
    },
    {
      a: { series: 'employer_asked', indicator: 'asked' },
      b: { series: 'job_seeker_asked', indicator: 'asked' },
      within: strata,
    },
  ],
};
