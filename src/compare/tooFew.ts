/** What the blank says where a group is too small to show, in the words of every chart. */
export const tooFew = 'Too few answers yet';
