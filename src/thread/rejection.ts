/** Why a moderator turned a comment down: a label for the moderator’s list, a sentence for the author. */
export const rejections = [
  {
    code: 'names_somebody',
    label: 'Names a person or a firm',
    sentence: 'It names a person or a firm, or says enough to find them.',
  },
  {
    code: 'private_details',
    label: 'Private details',
    sentence: 'It holds private details, such as an address, a telephone number or somebody’s health.',
  },
  { code: 'abusive', label: 'Abusive', sentence: 'It attacks people instead of answering them.' },
  { code: 'advertising', label: 'Advertising', sentence: 'It advertises something.' },
  { code: 'off_subject', label: 'Off the subject', sentence: 'It is not about the subject of this page.' },
  { code: 'copied', label: 'Somebody else’s text', sentence: 'Most of it is somebody else’s text.' },
  { code: 'unreadable', label: 'Cannot be read', sentence: 'We could not make out what it says.' },
] as const;

export type Rejection = (typeof rejections)[number]['code'];
