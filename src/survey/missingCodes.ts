/**
 * Answers that are not answers. `unseen` is an employer’s “somebody else knows”, never merged with `dk`. `blank` (shown,
 * skipped) and `na` (not shown) are never sent: they are derived. In a file of its own, because the page that sends
 * answers needs the codes and not the schema of the questionnaire.
 */
export const missingCodes = ['dk', 'pnts', 'unseen', 'blank', 'na'] as const;
