import { addressIn, withoutScheme, type SitePath } from '../../address.ts';
import type { Poster } from '../../charts/poster/poster.ts';
import { controller } from '../../controller.ts';
import { site as facts } from '../../site.ts';
import { fromChannel, type LinkChannel } from '../../survey/channel.ts';
import type { SideId } from '../../survey/question.ts';
import { questionnaire } from '../../survey/questionnaire.ts';
import { posterAsks } from './texts.ts';

/** A poster for one kind of place. */
export interface PosterFor {
  readonly id: string;
  /** Where it hangs, as the page lists it. */
  readonly place: string;
  readonly question: string;
  /** Whom it asks. */
  readonly side: SideId;
  readonly channel: LinkChannel;
}

export const posters: readonly PosterFor[] = [
  {
    id: 'job-centre',
    place: 'Job centres and advice centres',
    question: 'Turned down for a job, and nobody said why?',
    side: 'job_seeker',
    channel: 'poster',
  },
  {
    id: 'university',
    place: 'Universities and colleges',
    question: 'Applied, interviewed, and then nothing?',
    side: 'job_seeker',
    channel: 'university',
  },
  {
    id: 'union',
    place: 'Unions and professional bodies',
    question: 'What did they tell you when they chose somebody else?',
    side: 'job_seeker',
    channel: 'poster',
  },
  {
    id: 'company',
    place: 'Companies and teams that hire',
    question: 'You turn people down. What do you tell them, and what keeps you from saying more?',
    side: 'employer',
    channel: 'poster',
  },
];

/** The paper of the world, and that of North America, in points (ISO 216, ANSI/ASME Y14.1). */
export const papers = [
  { id: 'a4', name: 'A4', width: 595.28, height: 841.89 },
  { id: 'letter', name: 'US letter', width: 612, height: 792 },
] as const;

type Paper = (typeof papers)[number];

export const posterPath = ({ id }: PosterFor, paper: Paper): SitePath => `/pass-it-on/${id}-${paper.id}.pdf`;

/** Where the survey of a side begins. */
export const surveyPath = (side: SideId): SitePath => `/survey/${questionnaire.sides[side].slug}/`;

/** What stands on the poster of a place. @param site Astro’s `site` */
export function posterOf(
  { question, side, channel }: PosterFor,
  { width, height }: Paper,
  site: URL | undefined,
): Poster {
  const address = addressIn(site, surveyPath(side));
  return {
    width,
    height,
    question,
    asks: posterAsks(side),
    code: fromChannel(address, channel),
    address: withoutScheme(new URL(address)),
    by: `${facts.tagline}. ${controller.name}`,
  };
}
