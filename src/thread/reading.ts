/** What we promise about reading comments, where the box and the house rules say so: days, usually. */
export const readWithinDays = 2;
