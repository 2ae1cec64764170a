import type { Consent } from '../consent.ts';
import type { Questionnaire } from '../question.ts';

/**
 * Written by "npm run instrument -- --freeze". Do not edit.
 *
 * Every questionnaire that people have answered and every consent text that they have agreed to, oldest first, each as it
 * was when it was frozen.
 */
export const fielded: readonly Questionnaire[] = [];
export const agreed: readonly Consent[] = [];
