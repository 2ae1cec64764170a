/** Answers that are not answers, as a question may offer them. `unseen` is an employer’s “somebody else knows”, never merged with `dk`. */
export const offeredCodes = ['dk', 'pnts', 'unseen'] as const;

/** What the database writes where nothing was sent: `blank` was shown and skipped, `na` left out by the route, `unasked` no question of the version that was answered. */
export const derivedCodes = ['blank', 'na', 'unasked'] as const;

/** In a file of its own, because the page that sends answers needs the codes and not the schema of the questionnaire. */
export const missingCodes = [...offeredCodes, ...derivedCodes] as const;

/** The column of the missing codes of a number question, beside that of its numbers. */
export const missingColumn = (id: string): string => `${id}_missing`;
