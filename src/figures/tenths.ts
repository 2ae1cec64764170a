/** The tenths of a share as a reader says them, “four in ten”: spelled out, in every text of the site. */
export const tenths = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map(
  (word) => `${word} in ten`,
);
