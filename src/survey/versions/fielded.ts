import type { Questionnaire } from '../question.ts';

/**
 * Written by "npm run instrument -- --freeze". Do not edit.
 *
 * Every questionnaire that people have answered, oldest first, each as it was when it was frozen.
 */
export const fielded: readonly Questionnaire[] = [];
