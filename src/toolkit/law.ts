/** The day on which the sources below were read, in stored copies of their pages. */
export const lawChecked = '2026-11-30';

/** What a law asks for, in one place; a summary by people who are not lawyers. */
export interface Law {
  readonly where: string;
  readonly says: readonly string[];
  readonly sources: readonly { readonly name: string; readonly url: string }[];
}

/** What essays of ours have read in other places, as it stands after “our essays have more”. */
export const furtherLaws = [
  { essay: 'what-lawyers-say-about-feedback', has: 'laws of Sweden and Ireland' },
  { essay: 'how-to-ask-so-that-they-answer', has: 'a rule of Queensland’s public service' },
] as const;

/** Where a page only reports a law, its name says so. */
export const laws: readonly Law[] = [
  {
    where: 'Ontario',
    says: [
      'An employer with 25 or more employees who interviewed you for a publicly advertised job has to tell you within 45 days of the last interview whether a decision has been made. This holds for interviews from 1 January 2026 on. It need not say why.',
    ],
    sources: [
      { name: 'O. Reg. 476/24', url: 'https://www.ontario.ca/laws/regulation/240476' },
      {
        name: 'the province’s guide to the Employment Standards Act',
        url: 'https://www.ontario.ca/document/your-guide-employment-standards-act-0/requirements-related-publicly-advertised-job',
      },
      {
        name: 'Bennett Jones, who report the 45 days',
        url: 'https://bennettjones.com/Blogs-Section/New-Regulations-Regarding-the-Hiring-Process-Key-Dates-and-Information-for-Ontario-Employers',
      },
    ],
  },
  {
    where: 'Great Britain',
    says: [
      'You can ask for the reason and for feedback; an employer does not have to give either.',
      'An employer may not discriminate in deciding whom to employ, nor by not employing somebody. A reason that is tied to the job is also a record of why.',
    ],
    sources: [
      {
        name: 'Acas',
        url: 'https://www.acas.org.uk/if-an-employer-says-you-cannot-apply-or-rejects-you-for-a-job',
      },
      {
        name: 'Equality Act 2010, section 39',
        url: 'https://www.legislation.gov.uk/ukpga/2010/15/section/39',
      },
    ],
  },
  {
    where: 'The European Union and the United Kingdom',
    says: [
      'You can ask anyone who keeps personal data about you for a copy of it, and that can include notes of an interview. The answer is due within a month, or three where it is complicated. What is about other people may be left out.',
      'In 2017 the Court of Justice of the European Union held that an examiner’s comments on a candidate’s answers are the candidate’s personal data. That was an examination and not a job interview, but the notes of interviewers are much like it.',
      'For employers: write notes that you could show to the person they are about.',
    ],
    sources: [
      { name: 'GDPR, Article 15, as GDPRhub prints it', url: 'https://gdprhub.eu/Article_15_GDPR' },
      {
        name: 'Nowak, C-434/16',
        url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:62016CJ0434',
      },
      {
        name: 'the Information Commissioner’s answers for employers, as reported by UK Employment Hub',
        url: 'https://ukemploymenthub.com/new-ico-guidance-on-data-subject-access-requests-for-employers',
      },
    ],
  },
  {
    where: 'The European Union, where software took part in the decision',
    says: [
      'Article 86 of the AI Act lets somebody who was turned down on the basis of a high-risk system, such as one that filters applications or rates applicants, ask the employer for the part that it had and for the main elements of the decision.',
      'In June 2026 the rules for such systems were put off from August 2026 to 2 December 2027. Whether this right waits with them we cannot say.',
    ],
    sources: [
      { name: 'AI Act, Article 86, as ai-act-law.eu prints it', url: 'https://ai-act-law.eu/article/86/' },
      {
        name: 'the Council’s press release of 29 June 2026, as distributed by Public',
        url: 'https://pubt.io/view/05F17399F4640BA895E91D794EB2716EE8B5C1B9',
      },
    ],
  },
  {
    where: 'The United States',
    says: [
      'Federal rules say how long employers with 15 or more people keep their records of hiring: one year, and two at schools, states and cities.',
      'Before an employer turns you down over a background report that it bought, it has to give you a copy of it. We have read no federal rule that makes an employer give everybody a reason.',
      'For employers: keep a copy of what you sent with the records.',
    ],
    sources: [
      {
        name: 'EEOC, summary of 29 CFR Part 1602',
        url: 'https://www.eeoc.gov/employers/summary-selected-recordkeeping-obligations-29-cfr-part-1602',
      },
      {
        name: 'the EEOC to the budget office in 2024, which has the 15 people',
        url: 'https://omb.report/icr/202409-3046-001/doc/146248400',
      },
      {
        name: 'the Fair Credit Reporting Act, as explained by the law firm Weiner & Sand',
        url: 'https://www.wsjustice.com/employers-must-show-you-your-background-report-under-section-1681bb3-of-the-fair-credit-reporting-act-if-they-are-going-to-use-it-against-youu/',
      },
    ],
  },
];
