/**
 * Who answers for the data of this copy of the site (GDPR Art. 13(1)(a)). FILL THIS IN before the site goes public:
 * the values below are placeholders at a reserved example domain (RFC 2606), and the privacy page prints them.
 */
export const controller = {
  name: 'The editors of No, But Why?',
  contact: 'privacy@nobutwhy.example',
  /** Where the pages and the answers are kept, as a reader would say it. */
  hosting: 'the computer that runs this copy of the site',
  /** How long single answers are kept (GDPR Art. 13(2)(a)). */
  retentionMonths: 36,
} as const;
