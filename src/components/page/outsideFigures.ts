/** A figure of others that stands beside ours, and which of ours comes nearest. */
export interface OutsideFigure {
  /** Of the ledger: `matrix-2017.never-heard`. */
  readonly figure: string;
  /** Ours: cells of a series of the catalogue, and words that continue the sentence after their percentage. */
  readonly nearest: {
    readonly estimate: string;
    readonly series: string;
    readonly cells: readonly string[];
    readonly says: string;
  };
}

/** Three of the ledger that were read on the publisher’s own page. */
export const outsideFigures: readonly OutsideFigure[] = [
  {
    figure: 'talent-board-2022.north-america',
    nearest: {
      estimate: 'E3',
      series: 'job_seeker_interviewed',
      cells: ['none', 'form'],
      says: 'of the interviews described here ended without any reason',
    },
  },
  {
    figure: 'matrix-2017.never-heard',
    nearest: {
      estimate: 'E11',
      series: 'job_seeker_interviewed',
      cells: ['not_told'],
      says: 'of the interviews described here that led to nothing are without an answer so far',
    },
  },
  {
    figure: 'careerbuilder-2012.unanswered',
    nearest: {
      estimate: 'E11',
      series: 'job_seeker_applied',
      cells: ['not_told'],
      says: 'of the applications described here that went no further are without an answer so far',
    },
  },
];
