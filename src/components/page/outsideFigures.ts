/** One figure that others have published, and which of ours comes nearest. */
export interface OutsideFigure {
  readonly value: string;
  /** Continues the sentence that the value begins. */
  readonly says: string;
  /** Publisher, year, people. */
  readonly who: string;
  readonly url: string;
  /** Ours: cells of a series of the catalogue, and words that continue the sentence after their percentage. */
  readonly nearest: {
    readonly estimate: string;
    readonly series: string;
    readonly cells: readonly string[];
    readonly says: string;
  };
}

/**
 * Three outside figures, each with its year, people, publisher and page; all three were read on the publisher’s own
 * page.
 */
export const outsideFigures: readonly OutsideFigure[] = [
  {
    value: '71%',
    says: 'of candidates surveyed in North America had never received feedback on why they were not moved forward.',
    who: 'Talent Board, 2022, as carried by ERE. Candidates of employers that took part; number not given.',
    url: 'https://www.ere.net/articles/latest-findings-on-giving-feedback-to-candidates-show-missed-opportunities',
    nearest: {
      estimate: 'E3',
      series: 'job_seeker_interviewed',
      cells: ['none', 'form'],
      says: 'of the interviews described here ended without any reason',
    },
  },
  {
    value: '57%',
    says: 'of those who attended an interview never heard back.',
    who: 'Matrix Recruitment, 2017. 807 adults in Ireland.',
    url: 'http://matrixrecruitment.ie/workforce-survey-2017/',
    nearest: {
      estimate: 'E11',
      series: 'job_seeker_interviewed',
      cells: ['not_told'],
      says: 'of the interviews described here that led to nothing are without an answer so far',
    },
  },
  {
    value: '75%',
    says: 'of US workers who applied for jobs never heard back. These are applications, not interviews.',
    who: 'CareerBuilder with Harris Interactive, November 2012. More than 3,900 people.',
    url: 'https://qtw.careerbuilder.com/share/aboutus/pressreleasesdetail.aspx?ed=12%2F31%2F2013&id=pr740&sd=2%2F20%2F2013',
    nearest: {
      estimate: 'E11',
      series: 'job_seeker_applied',
      cells: ['not_told'],
      says: 'of the applications described here that went no further are without an answer so far',
    },
  },
];
