/** The two sides of a no, in the order in which everything lists them. Imports nothing: pages that know no question name them. */
export const sideIds = ['job_seeker', 'employer'] as const;
