import { questionnaire } from '../../survey/questionnaire.ts';
import type { Category } from './column.ts';

/** Both sides of the survey. */
export const sideCategories: readonly Category[] = Object.values(questionnaire.sides).map(
  ({ id, people }) => ({
    value: id,
    label: people,
  }),
);
