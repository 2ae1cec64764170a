const described = 'People chose to take part, so these figures describe the answers we got and nobody else.';
const range =
  'The range shows how far a random sample of this size could move by chance; it leaves out the effect of who chose to answer, which may be larger.';
const unweighted = 'Unweighted.';

/** Stands under every chart that draws a range, word for word (protocol 2.9). */
export const standardNote = [described, range, unweighted].join(' ');

/** The same where one interval is also given by how many people each employer did not hire (protocol 2.7). */
export const noteWithWeights = [
  described,
  range,
  'Unweighted, but for the interval of employers counted by how many people they did not hire.',
].join(' ');

/** The same under a chart without one: of people counted one by one, or of who answered. */
export const noteWithoutRange = [described, unweighted].join(' ');

/** Stands inside every picture made from made-up respondents (protocol 5). */
export const sampleMark = 'Sample data, made up';
