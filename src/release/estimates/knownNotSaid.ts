import { partOf, turnedPersonDown } from '../bases.ts';
import { answersTo, cell, noAnswerTo, UNKNOWN } from '../cells.ts';
import { aboutThem, usefulReply } from '../explained.ts';
import { ofInterviewed } from '../segments.ts';
import type { EstimateDefinition } from '../series.ts';
import { all, either, is } from '../../survey/condition.ts';

const saidThen = is('e_explanation', ...aboutThem);
const notSaidThen = { variable: 'e_explanation', notIn: [...aboutThem] };
const heardNoReason = either(is('e_time', 'never'), is('e_explanation', 'form', 'generic'));
const noReplyWithOne = is('e_asked', 'no', 'vague', 'noreply');

/** E18: how often a reason about the person was known, and whether the person was ever told it (protocol 1.6). */
export const knownNotSaid: EstimateDefinition = {
  id: 'E18',
  slug: 'known-not-said',
  name: 'Known and not said',
  questions: [
    { side: 'employer', id: 'e_known' },
    { side: 'employer', id: 'e_explanation' },
    { side: 'employer', id: 'e_asked' },
  ],
  series: [
    {
      id: 'employer_told',
      side: 'employer',
      label: 'Employers who had a reason about the person',
      shortLabel: 'Had a reason about the person',
      base: partOf(
        turnedPersonDown,
        'had_reason',
        'employers who had a reason about the person they turned down',
        is('e_known', 'written', 'yes'),
      ),
      cells: [
        cell('then', 'Told with the no', saidThen),
        cell('asked', 'Told when they asked', all(notSaidThen, usefulReply('employer'))),
        cell('not', 'Not told', all(heardNoReason, noReplyWithOne)),
      ],
      asides: [
        cell(
          UNKNOWN,
          'Not known whether they were told',
          all(
            notSaidThen,
            { variable: 'e_asked', notIn: ['useful'] },
            either(
              { variable: 'e_asked', notIn: ['no', 'vague', 'noreply'] },
              is('e_time', 'unseen', 'pnts', 'blank'),
              is('e_explanation', 'unseen', 'dk', 'pnts', 'blank'),
            ),
          ),
        ),
      ],
      indicators: [{ id: 'told', label: 'passed it on', cells: ['then', 'asked'] }],
      segments: ofInterviewed,
    },
    {
      id: 'employer_known',
      side: 'employer',
      label: 'Employers, on what decided against the person',
      shortLabel: 'What decided',
      base: turnedPersonDown,
      cells: answersTo('e_known', 'written', 'yes', 'rival', 'other', 'unclear'),
      asides: noAnswerTo('e_known'),
      indicators: [{ id: 'reason', label: 'had a reason about the person', cells: ['written', 'yes'] }],
      segments: ofInterviewed,
    },
  ],
  comparisons: [],
};
