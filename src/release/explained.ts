import type { SideId } from '../survey/question.ts';
import { type Condition, all, either, is } from '../survey/condition.ts';
import { cell } from './cells.ts';
import type { Cell } from './series.ts';

/** Which answers of a side say what a person heard about why. */
const variablesOf = {
  job_seeker: { untold: is('s_outcome', 'silent'), at: 's_explanation', asked: 's_asked' },
  employer: { untold: is('e_time', 'never'), at: 'e_explanation', asked: 'e_asked' },
} as const satisfies Record<SideId, { untold: Condition; at: string; asked: string }>;

/** The rungs of the ladder, from nothing to something to do differently (protocol 1.4, explain). */
export const rungs = ['none', 'form', 'generic', 'specific', 'actionable'] as const;
export type Rung = (typeof rungs)[number];

/** A reason about the person, with or without something to do differently. */
export const aboutThem: readonly Rung[] = ['specific', 'actionable'];

const labels: Readonly<Record<Rung, string>> = {
  none: 'Nothing',
  form: 'No reason, only the no',
  generic: 'A reason for anyone',
  specific: 'A reason about the person',
  actionable: 'And something to do differently',
};

/** A reply to asking that told them something specific. */
export const usefulReply = (side: SideId): Condition => is(variablesOf[side].asked, 'useful');
const noUsefulReply = (side: SideId): Condition => ({ variable: variablesOf[side].asked, notIn: ['useful'] });

/** What was said with the no: a class for each rung. */
export const saidAtNo = (side: SideId): readonly Cell[] =>
  rungs.map((rung) =>
    cell(rung, labels[rung], rung === 'none' ? variablesOf[side].untold : is(variablesOf[side].at, rung)),
  );

/**
 * What was heard in the end: a reply that told them something specific lifts whatever came with the no, or nothing, to a
 * reason about the person (protocol 1.5 and 1.6, x_explain and y_explain).
 */
export const saidInTheEnd = (side: SideId): readonly Cell[] =>
  saidAtNo(side).map((said) => {
    if (said.code === 'actionable') return said;
    if (said.code === 'specific')
      return {
        ...said,
        where: either(
          said.where,
          all(usefulReply(side), { variable: variablesOf[side].at, notIn: [...aboutThem] }),
        ),
      };
    return { ...said, where: all(said.where, noUsefulReply(side)) };
  });

/** Those of whom it is not known what they heard, and whom no reply lifts: in no class above. */
export const unlifted = (side: SideId, asides: readonly Cell[]): readonly Cell[] =>
  asides.map((aside) => ({ ...aside, where: all(aside.where, noUsefulReply(side)) }));
