/** The one sentence after a withdrawal, whatever the code was. */
export const withdrawn = 'If that code exists, its answers are now deleted.';
