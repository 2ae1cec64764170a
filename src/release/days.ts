import type { Cell } from './series.ts';

/** The last day of each answer about time; “after 90 days” and “never” have none (protocol 1.4, time). */
const lastDays: Readonly<Record<string, number>> = { d2: 2, d7: 7, d14: 14, d30: 30, d45: 45, d90: 90 };

/** The answer with its last day, where it has one. */
export const withDay = (cell: Cell): Cell => {
  const days = lastDays[cell.code];
  return days === undefined ? cell : { ...cell, days };
};
