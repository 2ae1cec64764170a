/** Stands under every chart, word for word (protocol 2.9). */
export const standardNote =
  'People chose to take part, so these figures describe the answers we got and nobody else. ' +
  'The bar shows how far a random sample of this size could move by chance; it leaves out the effect of who chose to answer, which may be larger. ' +
  'Unweighted.';

/** Stands inside every picture made from made-up respondents (protocol 5). */
export const sampleMark = 'Sample data, made up';
