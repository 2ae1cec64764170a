import type { Questionnaire } from '../../src/survey/question.ts';
import { questionnaire } from '../../src/survey/questionnaire.ts';
import { fielded } from '../../src/survey/versions/fielded.ts';

/** The questionnaire that the first migrations of this project are made of, whatever has been asked since. */
export const firstVersion: Questionnaire = fielded[0] ?? questionnaire;
