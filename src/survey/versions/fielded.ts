import type { Agreed } from '../consent.ts';
import type { Questionnaire } from '../question.ts';

/**
 * Written by "npm run instrument -- --freeze". Do not edit.
 *
 * Every questionnaire that people have answered, and every consent text that they have agreed to, oldest first.
 */
export const fielded: readonly Questionnaire[] = [];

export const agreed: readonly Agreed[] = [];
