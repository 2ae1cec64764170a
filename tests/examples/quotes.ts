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
 * More, written to deceive it once it was there. Each of two lots of twenty found one that it called right and that was
 * wrong; of the third, on what is denied, when, where, who does what to whom, and of whom, two in three did. It was mended each time.
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
  misquoted(
    'Nearly 71% of candidates in North America received feedback on why they were not moved forward.',
    'talent-board-2022.north-america',
  ),
  misquoted(
    '69% of candidates in Latin America received feedback on why they were not moved forward (Talent Board, 2022).',
    'talent-board-2022.latin-america',
  ),
  misquoted(
    '81% of recruiters said that their employer never posts adverts for jobs that do not exist or are already filled.',
    'my-perfect-resume-2024.posted',
  ),
  misquoted(
    '83% of those aged 18 to 23 who had not been to an interview in person had feedback from the employer.',
    'debut-2017.no-feedback',
  ),
  misquoted(
    '57% of adults in Ireland who attended an interview had never not heard back (Matrix Recruitment, 2017).',
    'matrix-2017.never-heard',
  ),
  misquoted(
    '60% of candidates said that they got feedback after not being rejected (Talent Board, 2021).',
    'talent-board-2021.no-feedback',
  ),
  misquoted(
    'Nearly 60% of votes in an online poll said that never asking brought feedback.',
    'linkedin-poll.never',
  ),
  misquoted(
    '93% of adults in Ireland had never sent a CV for a job and received a reply (Matrix Recruitment, 2017).',
    'matrix-2017.cv-unanswered',
  ),
  misquoted(
    '18% of candidates who did not hear back after an interview did nothing against the company, such as a bad review.',
    'conference-board-2023.negative-action',
  ),
  misquoted(
    '82% of workers expected no answer to an application, whether or not the employer was interested.',
    'careerbuilder-2012.expect',
  ),
  misquoted(
    '61% of job seekers in the US, UK and Germany are ghosted after an interview.',
    'greenhouse-2024.ghosted',
  ),
  misquoted(
    '41% of professionals get feedback after an interview (LinkedIn, 2015).',
    'linkedin-2015.received',
  ),
  misquoted(
    '41% of professionals received feedback after an interview (LinkedIn, 2015).',
    'linkedin-2015.received',
  ),
  misquoted('57% of adults in Ireland who attend an interview never hear back.', 'matrix-2017.never-heard'),
  misquoted(
    '65% of job applicants in the UK get ghosted by an employer (Tribepad, 2022).',
    'tribepad-2022.ghosted',
  ),
  misquoted(
    '27% of US employers said that they never ghost a job seeker (Indeed, 2021).',
    'indeed-2021.employers-never',
  ),
  misquoted(
    '75% of US workers who apply for jobs in the last year never hear back from an employer, CareerBuilder says.',
    'careerbuilder-2012.unanswered',
  ),
  misquoted(
    '60% of candidates said that they have never got feedback after being rejected (Talent Board, 2021).',
    'talent-board-2021.no-feedback',
  ),
  misquoted(
    '40% of job seekers in the United States who had ghosted an employer said in 2023 that they are ghosted after a second or third interview.',
    'indeed-2023.late-rounds',
  ),
  misquoted(
    '27% of US employers said that no job seeker had ever ghosted them.',
    'indeed-2021.employers-never',
  ),
  misquoted(
    '45% of organisations in Northern Ireland said that every applicant contacts them (Hays).',
    'hays-northern-ireland.contact-all',
  ),
  misquoted(
    '78% of hiring managers had to phone every insider who turned them down after an interview (Talent Board, 2020).',
    'talent-board-2020.manager-calls-insider',
  ),
  misquoted(
    '78% of hiring managers had to be phoned by every insider whom they turned down after an interview (Talent Board, 2020).',
    'talent-board-2020.manager-calls-insider',
  ),
  misquoted(
    '94% of ghosting candidates were left with negative feelings towards the company (Tribepad, 2022).',
    'tribepad-2022.negative',
  ),
  misquoted(
    '59% of job seekers in Ireland would refuse a bad offer after a good experience in the selection (IrishJobs, 2022).',
    'irishjobs-2022.refuse',
  ),
  misquoted(
    '53% of candidates in Ireland said that they would be given feedback if they applied again (Greenhouse, 2022).',
    'greenhouse-ireland-2022.reapply',
  ),
  misquoted(
    '53% of candidates in Ireland said that they would apply again only if they were given feedback (Greenhouse, 2022).',
    'greenhouse-ireland-2022.reapply',
  ),
  misquoted(
    '4 times as likely to consider a company again, it is said, were those who offered it constructive feedback (LinkedIn, 2015).',
    'linkedin-2015.again',
  ),
  misquoted(
    '57% of adults in Ireland attended an interview and had never heard back (Matrix Recruitment, 2017).',
    'matrix-2017.never-heard',
  ),
  misquoted(
    '75% of US workers had applied for jobs in the last year and never heard back from an employer.',
    'careerbuilder-2012.unanswered',
  ),
  misquoted(
    '32% of the candidates who found feedback useful got it after being rejected (Talent Board, 2021).',
    'talent-board-2021.useful',
  ),
  misquoted(
    '32% of candidates found the feedback useful that they got after being rejected (Talent Board, 2021).',
    'talent-board-2021.useful',
  ),
  misquoted(
    '87% of the reviews that called the whole experience bad mentioned ghosting (Glassdoor, 2023).',
    'glassdoor-2023.negative',
  ),
  misquoted(
    '60% of workers who were never told the decision by an employer named after the interview had a bad experience.',
    'careerbuilder-2012.no-decision',
  ),
  misquoted(
    '18% of candidates who did something against the company, such as a bad review, did not hear back after an interview.',
    'conference-board-2023.negative-action',
  ),
  misquoted(
    '25% of candidates on the platform thought that they had failed when they had passed (interviewing.io).',
    'interviewing-io-2023.thought-failed',
  ),
  misquoted(
    '14% of candidates in North America said in 2023 that they would take their custom and their goodwill elsewhere (CandE).',
    'cande-2024.resentment-2024',
  ),
  misquoted(
    '3.1% of interview reviews in October 2016 mentioned ghosting (Glassdoor).',
    'glassdoor-2023.mention',
  ),
  misquoted(
    '30% of job seekers in the United States who had ghosted an employer said in 2023 that they had been ghosted after a second or third interview.',
    'indeed-2023.late-rounds-2022',
  ),
  misquoted(
    '61% of job seekers in Germany had been ghosted after an interview (Greenhouse, 2024).',
    'greenhouse-2024.ghosted',
  ),
  misquoted(
    'Almost 61% of job seekers in the UK have been ghosted after an interview.',
    'greenhouse-2024.ghosted',
  ),
  misquoted(
    '12% of candidates in Asia were told how they fitted the job by the end of the day of the interview (Talent Board, 2019).',
    'talent-board-2019.same-day',
  ),
  misquoted(
    '40% of job seekers in the US and Canada who had ghosted an employer said in 2023 that they had been ghosted after a second or third interview.',
    'indeed-2023.late-rounds',
  ),
  misquoted('21% of job adverts are ghost jobs.', 'ng-2024.ghost'),
  misquoted('At least 21% of job adverts may be ghost jobs.', 'ng-2024.ghost'),
  misquoted(
    '45 days after the last interview at least, an applicant must be told whether a decision to hire was made (Ontario).',
    'ontario-2026.days',
  ),
  misquoted(
    'At most 60% of candidates in Ireland wanted feedback (Greenhouse, 2022).',
    'greenhouse-ireland-2022.want',
  ),
  misquoted(
    '70% of candidates in Ireland had been ghosted after an interview (Greenhouse, 2022).',
    'greenhouse-ireland-2022.ghosted',
  ),
  misquoted('In June 2025, 30% of job openings never resulted in a hire.', 'my-perfect-resume-2025.gap'),
  misquoted(
    '35% of job seekers in the United States who had ghosted an employer said in 2023 that they had not acknowledged an employer’s application.',
    'indeed-2023.unacknowledged',
  ),
  misquoted(
    '6% of candidates had a phone call to say that they were in the running (Talent Board, 2021).',
    'talent-board-2021.phone',
  ),
  misquoted(
    '81% of recruiters said that their employer posts adverts for jobs that do not exist and are already filled.',
    'my-perfect-resume-2024.posted',
  ),
  misquoted('39% of hiring managers had posted a fake job in the past year.', 'resume-builder-2024.posted'),
  misquoted(
    'No LinkedIn survey found that 94% of professionals wanted feedback after an interview.',
    'linkedin-2015.wanted',
  ),
  misquoted(
    '10% of job seekers said that they ghosted after an offer by word of mouth (Indeed, 2021).',
    'indeed-2021.after-offer',
  ),
  misquoted(
    '53% of candidates in Ireland said that they would apply again if they gave feedback (Greenhouse, 2022).',
    'greenhouse-ireland-2022.reapply',
  ),
  misquoted(
    '94% of ghosted candidates left negative feelings towards the company (Tribepad, 2022).',
    'tribepad-2022.negative',
  ),
  misquoted(
    '62% of recruiters had to phone every insider who turned down after an interview.',
    'talent-board-2020.recruiter-calls-insider',
  ),
  misquoted(
    '60% of candidates said that they got no feedback after rejecting (Talent Board, 2021).',
    'talent-board-2021.no-feedback',
  ),
  misquoted(
    '32% of candidates gave nothing to prepare with before the interview (Talent Board, 2021).',
    'talent-board-2021.no-preparation',
  ),
  misquoted(
    '45 days after the last interview at most, an applicant must tell whether a decision to hire was made.',
    'ontario-2026.days',
  ),
  misquoted(
    '886 students read a letter that refused them credit. Whether it opened softly made a significant difference to them.',
    'locker-1999.credit',
  ),
  misquoted(
    '87 was the net promoter score in Europe, the Middle East and Africa where candidates told how they stood.',
    'talent-board-2019.nps-emea-told',
  ),
  misquoted(
    '40% of job seekers in the United States who had been ghosted by an employer said in 2023 that they had ghosted after a second or third interview.',
    'indeed-2023.late-rounds',
  ),
];

/** Right ones in other words than the ledger’s, so that what deceives nobody does not become what helps nobody. */
export const otherwise: readonly Quote[] = [
  right('94% of professionals wanted interview feedback (LinkedIn, 2015).', 'linkedin-2015.wanted'),
  right('26% of workers have had a bad experience as a job applicant.', 'careerbuilder-2012.bad-experience'),
  right(
    '67% of job applicants say they have been ghosted by employers after a job interview.',
    'greenhouse-2023.ghosted',
  ),
  right(
    '35% of US job seekers who had ghosted an employer said in 2023 that an employer had not acknowledged their application.',
    'indeed-2023.unacknowledged',
  ),
  right(
    '53% of candidates in Asia and the Pacific never received feedback on why they weren’t moved forward (Talent Board, 2022).',
    'talent-board-2022.asia-pacific',
  ),
  right(
    '13% of candidates in North America said in 2023 that they would take their custom and goodwill elsewhere (CandE, 2024).',
    'cande-2024.resentment-2023',
  ),
  right(
    'More than twice as likely to apply again as after a standard rejection letter were applicants whose letter explained that hiring had been frozen.',
    'gilliland-2001.again',
  ),
];
