import { escapeXml } from '../../charts/canvas/svgText.ts';
import { site } from '../../site.ts';
import { fromChannel } from '../../survey/channel.ts';
import { frame } from '../../survey/frame.ts';
import { minutesOf } from '../../survey/minutes.ts';
import type { SideId } from '../../survey/question.ts';
import { questionnaire } from '../../survey/questionnaire.ts';

const minutes = () => ({
  seeker: minutesOf(questionnaire, 'job_seeker'),
  employer: minutesOf(questionnaire, 'employer'),
});

/** Which job it is about: whoever it turns away hears it before the first question. */
const aboutAJob = `about a job that you last did something for at least ${frame.days} days ago`;

/** What a poster takes of whoever answers. */
export const posterAsks = (side: SideId): readonly string[] => [
  `A survey of about ${minutesOf(questionnaire, side)} minutes. It asks for no name, no e-mail and no employer.`,
  ...(side === 'job_seeker' ? [`It is ${aboutAJob}.`] : []),
];

/** What a newsletter can print, a paragraph each. @param address of the survey, without a channel */
export function newsletterText(address: string): readonly string[] {
  const { seeker, employer } = minutes();
  return [
    'Were you turned down for a job, or did you turn somebody down? What was said, and what was left out?',
    `${site.name} asks both sides what was said and what was left out, and publishes the counts. It takes about ${seeker} minutes if you applied, about ${employer} if you hire, and asks for no name, no e-mail and no employer. If you applied, it is ${aboutAJob}. You get a code with which you can see, correct or delete what you answered.`,
    fromChannel(address, 'newsletter'),
  ];
}

/** HTML that invites to the survey in another page: words and a link, nothing to load. @param address with its channel */
export function invitationCode(address: string): string {
  const { seeker, employer } = minutes();
  return `<p><b>Did they say why?</b> A survey for people who were turned down (${seeker} minutes, ${aboutAJob}) and people who turn others down (${employer} minutes), without names: <a href="${escapeXml(address)}">${escapeXml(site.name)}</a></p>`;
}
