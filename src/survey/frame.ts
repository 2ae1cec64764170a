/**
 * The frame: which process a person describes (protocol 1.3). The rule looks at dates and stages only, never at how a
 * process went, because a frame that lets a quick no in sooner than a silence hides the silences of people who apply often.
 * The intro, its date, the bases of estimates and the made-up people of the sample are all made from this file.
 * Imports nothing: the survey page loads it.
 */
export const frame = {
  /** The last step lies at least this far back, so that everybody has waited as long, told or not. */
  days: 45,
  years: 2,
} as const;

/** The words for `frame.years`, for sentences. */
export const years = 'two years';

/** What employers are asked about their hiring as a whole lies in this time. */
export const practiceTime = '12 months';

/** Whether a process may be described. @param daysAgo whole days since its last step */
export const isInFrame = (daysAgo: number): boolean => daysAgo >= frame.days && daysAgo <= frame.years * 365;

/** The answers to “When was the last thing you did for it?”, each with its shortest and longest time ago in days. */
export const elapsed = [
  { code: 'lt45', label: `Less than ${frame.days} days ago`, from: 0, to: frame.days - 1 },
  { code: 'd45_90', label: `${frame.days} to 90 days ago`, from: frame.days, to: 90 },
  { code: 'm3_6', label: '3 to 6 months ago', from: 91, to: 182 },
  { code: 'm6_12', label: '6 to 12 months ago', from: 183, to: 365 },
  { code: 'y1_2', label: '1 to 2 years ago', from: 366, to: 730 },
  { code: 'gt2y', label: 'More than two years ago', from: 731, to: Infinity },
  {
    code: 'ge45',
    label: `At least ${frame.days} days ago, I cannot say when`,
    from: frame.days,
    to: frame.years * 365,
  },
] as const;

/** The answers that say that the process is in the frame. */
export const elapsedInFrame = elapsed.filter(({ from }) => isInFrame(from)).map(({ code }) => code);

/** Stands in wordings for the day `frame.days` ago, in brackets; the page writes the date, and leaves the brackets out without a script. */
export const datePlace = '{date45}';

interface Process {
  /** Whole days since its last step. */
  readonly daysAgo: number;
}

const latest = <One extends Process>(processes: readonly One[]): One | undefined =>
  processes
    .filter(({ daysAgo }) => isInFrame(daysAgo))
    .reduce<One | undefined>(
      (best, one) => (best === undefined || one.daysAgo < best.daysAgo ? one : best),
      undefined,
    );

/**
 * The process that a job seeker describes: the latest with an interview, else the latest without one. Interviews come
 * first, because people who apply every day would otherwise all describe an application that took one click.
 */
export const described = <One extends Process & { readonly interviews: number }>(
  processes: readonly One[],
): One | undefined => latest(processes.filter(({ interviews }) => interviews > 0)) ?? latest(processes);

/**
 * The person that an employer describes: of the latest job, among those interviewed and not offered it, the one whose
 * first name comes first in the alphabet. Memory would pick whoever was told, came second or stood out.
 */
export const describedPerson = <Person extends { readonly firstName: string }>(
  jobs: readonly (Process & { readonly interviewed: readonly Person[] })[],
): Person | undefined =>
  latest(jobs)?.interviewed.toSorted((a, b) => (a.firstName < b.firstName ? -1 : 1))[0];
