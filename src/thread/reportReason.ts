/** Why a reader reports a comment. */
export const reportReasons = [
  { code: 'names_somebody', label: 'It names a person or a firm' },
  { code: 'private_details', label: 'It holds private details' },
  { code: 'abusive', label: 'It is abusive' },
  { code: 'advertising', label: 'It advertises something' },
  { code: 'false_role', label: 'They are not who they say they are' },
  { code: 'other', label: 'Something else' },
] as const;

export type ReportReason = (typeof reportReasons)[number]['code'];
