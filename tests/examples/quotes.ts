/** A sentence as somebody might paste it, with the figure of the ledger that it is about and whether its wording holds. */
export interface Quote {
  readonly says: string;
  /** The figure’s id; null for a sentence about other things. */
  readonly figure: string | null;
  readonly holds: boolean;
}

const right = (says: string, figure: string): Quote => ({ says, figure, holds: true });
const misquoted = (says: string, figure: string): Quote => ({ says, figure, holds: false });
const other = (says: string): Quote => ({ says, figure: null, holds: false });

/** Thirty sentences, written down and committed before the matcher that they judge. They are not changed to suit it. */
export const quotes: readonly Quote[] = [
  right(
    'According to LinkedIn’s 2015 Talent Trends, 94% of professionals want feedback after an interview.',
    'linkedin-2015.wanted',
  ),
  right(
    'Only 41 percent of professionals have ever received interview feedback (LinkedIn, 2015).',
    'linkedin-2015.received',
  ),
  right(
    'In a 2012 CareerBuilder survey, 75% of US workers who applied for jobs in the last year never heard back.',
    'careerbuilder-2012.unanswered',
  ),
  right(
    '57% of adults in Ireland who attended an interview never heard back, Matrix Recruitment found in 2017.',
    'matrix-2017.never-heard',
  ),
  right(
    "Talent Board reported in 2022 that nearly 71% of North American candidates never received feedback on why they weren't moving forward.",
    'talent-board-2022.north-america',
  ),
  right(
    '60 percent of the candidates Talent Board surveyed in 2021 said they received no feedback after being rejected.',
    'talent-board-2021.no-feedback',
  ),
  right(
    "Greenhouse's 2024 State of Job Hunting report says 61% of job seekers in the US, UK and Germany have been ghosted after an interview.",
    'greenhouse-2024.ghosted',
  ),
  right(
    '77 per cent of young people aged 18–23 in the UK think interview feedback should be a legal requirement (Debut, 2017).',
    'debut-2017.legal-duty',
  ),
  right(
    'Only 27% of US employers told Indeed in 2021 that they had never ghosted a job seeker.',
    'indeed-2021.employers-never',
  ),
  right(
    'Glassdoor: 3.1% of interview reviews submitted in October 2023 mentioned ghosting.',
    'glassdoor-2023.mention',
  ),
  misquoted(
    'CareerBuilder: 75% of job seekers never hear back after an interview.',
    'careerbuilder-2012.unanswered',
  ),
  misquoted(
    "94% of candidates want interview feedback, according to Talent Board's 2022 research of 150,000 candidates.",
    'linkedin-2015.wanted',
  ),
  misquoted(
    '59% of candidates have never received feedback after an interview, LinkedIn says.',
    'linkedin-2015.received',
  ),
  misquoted('CIPD: 77% of UK applicants get no feedback after an interview.', 'debut-2017.legal-duty'),
  misquoted('94% of UK job seekers want feedback after interviews.', 'linkedin-2015.wanted'),
  misquoted(
    'In 2023, 71% of UK candidates never received feedback on why they were rejected, says Talent Board.',
    'talent-board-2022.north-america',
  ),
  misquoted('57% of applicants in Ireland never hear back after sending a CV.', 'matrix-2017.never-heard'),
  misquoted(
    '40% of job seekers were ghosted after a second or third interview in 2023.',
    'indeed-2023.late-rounds',
  ),
  misquoted('83% of UK employees have never received interview feedback.', 'debut-2017.no-feedback'),
  misquoted('Ontario employers must tell every rejected applicant why within 45 days.', 'ontario-2026.days'),
  other('75% of resumes are never seen by a human.'),
  other('The unemployment rate in the UK was 4.1% in 2024.'),
  other('94% of employers say they check references before an offer.'),
  other('41% of workers are thinking of leaving their job this year.'),
  other('70% of jobs are never advertised.'),
  other('I applied to 57 jobs and heard back from three.'),
  other('60% of your salary should go to needs.'),
  other('Interviews last about 45 minutes on average.'),
  other('The average recruiter spends six seconds on a CV.'),
  other('Recruiters receive 250 applications for each corporate job opening.'),
];

/**
 * Forty more, written to deceive it once it was there, in two lots of twenty. Each lot found one that it called right
 * and that was wrong, which it has been mended for since.
 */
export const deceiving: readonly Quote[] = [
  misquoted(
    '94% of professionals never want feedback after an interview (LinkedIn, 2015).',
    'linkedin-2015.wanted',
  ),
  misquoted(
    '41% of professionals have never received feedback after an interview, LinkedIn found in 2015.',
    'linkedin-2015.received',
  ),
  misquoted(
    '57% of adults in Ireland who attended an interview heard back (Matrix Recruitment, 2017).',
    'matrix-2017.never-heard',
  ),
  misquoted(
    'More than 94% of professionals wanted feedback after an interview, LinkedIn 2015.',
    'linkedin-2015.wanted',
  ),
  misquoted(
    '94% of professionals wanted feedback after an interview and would take a pay cut to get it (LinkedIn, 2015).',
    'linkedin-2015.wanted',
  ),
  misquoted(
    '94% of professionals in all of the world still want feedback after an interview.',
    'linkedin-2015.wanted',
  ),
  misquoted(
    '94% of employers wanted feedback after an interview with LinkedIn in 2015.',
    'linkedin-2015.wanted',
  ),
  misquoted(
    '75% of US workers who applied for jobs never heard back from an employer, says CareerBuilder (2012).',
    'careerbuilder-2012.unanswered',
  ),
  right(
    'Three in four US workers who applied for jobs in the last year never heard back, CareerBuilder found in 2012.',
    'careerbuilder-2012.unanswered',
  ),
  misquoted(
    'Four in five young people in the UK got no feedback after an interview, Debut says.',
    'debut-2017.no-feedback',
  ),
  misquoted(
    'It is not true that 94% of professionals wanted feedback after an interview (LinkedIn, 2015).',
    'linkedin-2015.wanted',
  ),
  misquoted(
    'If 94% of professionals wanted feedback after an interview, LinkedIn would have said so in 2015.',
    'linkedin-2015.wanted',
  ),
  misquoted('Talent Board 2021: 32% of candidates found the feedback useful.', 'talent-board-2021.useful'),
  misquoted(
    'The interview score was 45 without feedback and 83 with it, Talent Board reported in 2019.',
    'talent-board-2019.nps-north-america',
  ),
  misquoted(
    '27% of US employers have ghosted a job seeker, according to Indeed in 2021.',
    'indeed-2021.employers-never',
  ),
  misquoted(
    '94% of professionals wanted feedback before an interview (LinkedIn, 2015).',
    'linkedin-2015.wanted',
  ),
  right(
    '60% of workers with a bad experience named an employer who never told them the decision after the interview, CareerBuilder 2012.',
    'careerbuilder-2012.no-decision',
  ),
  other('LinkedIn: 49% of professionals received feedback after an interview in 2015.'),
  misquoted(
    'In 2022, 61% of job seekers in the US, UK and Germany were ghosted after an interview, says Indeed.',
    'greenhouse-2024.ghosted',
  ),
  other('REC (2023): 84% of candidates get no feedback.'),
  misquoted('Nearly 60% of LinkedIn users never get feedback when they ask for it.', 'linkedin-poll.never'),
  misquoted(
    'The CandE benchmark says 14% of North American candidates resent employers who ghost them.',
    'cande-2024.resentment-2024',
  ),
  misquoted(
    '53% of Irish candidates would apply again if they got the job (Greenhouse, 2022).',
    'greenhouse-ireland-2022.reapply',
  ),
  other('Half of UK candidates say they were ghosted.'),
  right(
    '42% of candidates in the UK had been ghosted by an employer, Tribepad found in 2023.',
    'tribepad-2023.ghosted',
  ),
  right(
    '65% of job applicants in the UK have been ghosted by an employer (Tribepad, 2022).',
    'tribepad-2022.ghosted',
  ),
  misquoted(
    '65% of job applicants in the UK were ghosted by an employer after an interview, Tribepad 2022.',
    'tribepad-2022.ghosted',
  ),
  right(
    '63% of candidates had their rejection from an address that takes no reply, Talent Board says (2021).',
    'talent-board-2021.no-reply-address',
  ),
  other('63% of candidates rejected the offer by e-mail (Talent Board, 2021).'),
  misquoted(
    'Only 6% of candidates received a phone call from Talent Board in 2021.',
    'talent-board-2021.phone',
  ),
  misquoted('87% of Glassdoor reviews call the whole experience bad.', 'glassdoor-2023.negative'),
  misquoted(
    '43% of engineers overrate their technical interview performance, says interviewing.io.',
    'interviewing-io-2023.underrate',
  ),
  right(
    '18% of candidates who did not hear back after an interview did something against the company (The Conference Board, 2023).',
    'conference-board-2023.negative-action',
  ),
  misquoted(
    '82% of workers did not expect an answer to an application, CareerBuilder 2012.',
    'careerbuilder-2012.expect',
  ),
  misquoted(
    'Employers in Ontario with 25 employees must hire within 45 days of the last interview.',
    'ontario-2026.days',
  ),
  misquoted(
    '12% of candidates were told why they were rejected by the end of the day (Talent Board, 2019).',
    'talent-board-2019.same-day',
  ),
  misquoted(
    '71% of North American candidates never received feedback on why they were not moved forward (Talent Board, 2022).',
    'talent-board-2022.north-america',
  ),
  misquoted(
    '71% of Latin American candidates never received feedback on why they were not moved forward (Talent Board, 2022).',
    'talent-board-2022.north-america',
  ),
  misquoted(
    'In 2015 professionals told LinkedIn that 41% of companies had given feedback after an interview.',
    'linkedin-2015.received',
  ),
  misquoted('119 people felt worse after feedback, so feedback harms people.', 'schinkel-2004.participants'),
];
