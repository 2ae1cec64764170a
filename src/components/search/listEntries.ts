import { onSite } from '../../address.ts';
import { listEssays } from '../../essay/listEssays.ts';
import { charted } from '../../figures/estimates/figureOf.ts';
import { chartPath } from '../../figures/estimates/source.ts';
import { studyPath } from '../../ledger/figurePath.ts';
import { peopleOf, publishedBy, sentenceOf } from '../../ledger/inWords.ts';
import { loadLedger } from '../../ledger/loadLedger.ts';
import { cutsOf } from '../../release/comparisons/cuts.ts';
import { anchorOf } from '../../survey/codebook.ts';
import type { Variable } from '../../survey/kinds/kind.ts';
import { questionnaire } from '../../survey/questionnaire.ts';
import { variablesOf } from '../../survey/variables.ts';
import { plain } from '../../survey/wording.ts';
import { checklist, leaveOut, whenToLetGo, whenToSend } from '../../toolkit/advice.ts';
import { laws } from '../../toolkit/law.ts';
import { sharedTitle } from '../../figures/sharedTitle.ts';
import { loadFigure } from '../charts/loadFigure.ts';
import { plainEssay, sectionsOf } from '../essay/plain/plainEssay.ts';
import { siteLinks } from '../page/siteLinks.ts';
import type { Entry } from './entry.ts';
import { sideIds } from '../../survey/sides.ts';

/** An essay, a part for each of its headings. */
async function essays(): Promise<readonly Entry[]> {
  const all = (await listEssays()).map(async (essay): Promise<readonly Entry[]> => {
    const { title, description, author, tags } = essay.entry.data;
    const whole = `${description} ${author.name}. ${tags.join(', ').replaceAll('-', ' ')}.`;
    return sectionsOf(await plainEssay(essay)).map(({ id, heading, text }, i) => ({
      kind: 'essay',
      href: onSite(essay.path) + (id === '' ? '' : `#${id}`),
      title,
      part: heading,
      beside: '',
      text: i === 0 ? `${whole} ${text}` : text,
    }));
  });
  return (await Promise.all(all)).flat();
}

/** A chart with its finding and its questions, then its cuts by name. */
async function charts(site: URL | undefined): Promise<readonly Entry[]> {
  const all = charted.map(async ({ slug, name }): Promise<readonly Entry[]> => {
    const { figure, words } = await loadFigure(slug, site);
    const asked = figure.asked.map(({ question }) => question).join(' ');
    return [
      {
        kind: 'chart',
        href: onSite(chartPath({ slug })),
        title: name,
        part: '',
        beside: '',
        text: `${sharedTitle(words.title, figure.provenance)}. ${asked}`,
      },
      ...cutsOf(slug).map(({ id, segment }): Entry => ({
        kind: 'chart',
        href: onSite(chartPath({ slug: id })),
        title: name,
        part: segment.label,
        beside: '',
        text: '',
      })),
    ];
  });
  return (await Promise.all(all)).flat();
}

/** Studies of others, with what they counted and what is made of it. */
const studies = async (): Promise<readonly Entry[]> =>
  (await loadLedger()).map((listed) => {
    const { title, values, misquotations } = listed.study;
    return {
      kind: 'study',
      href: onSite(studyPath(listed)),
      title,
      part: '',
      beside: publishedBy(listed.study),
      text: [...Object.values(values).map(sentenceOf), `${peopleOf(listed.study)}.`].join(' '),
      also: misquotations.map(({ says }) => says).join(' '),
    };
  });

const labelsOf = ({ label, options }: Variable): readonly string[] => [
  ...(label === undefined ? [] : [label]),
  ...options.map((option) => option.label),
];

/** The questions of both surveys with their answers, as the codebook has them. */
const questions = (): readonly Entry[] =>
  sideIds.flatMap((side) =>
    Map.groupBy(variablesOf(questionnaire, side), ({ question }) => question)
      .entries()
      .map(([question, variables]): Entry => ({
        kind: 'question',
        href: onSite(`/codebook/#${anchorOf(side, question)}`),
        title: plain(question.wording),
        part: '',
        beside: questionnaire.sides[side].people,
        text: [...new Set(variables.flatMap(labelsOf))].join(' · '),
      }))
      .toArray(),
  );

/** What the toolkit advises. */
const toolkit: string = [
  ...whenToSend.flat().map(({ text }) => text),
  ...whenToLetGo,
  ...leaveOut.flatMap(({ what, why }) => [what, why]),
  ...checklist.map(({ step }) => step),
  ...laws.flatMap(({ where, says }) => [`${where}:`, ...says]),
].join(' ');

const pages = (): readonly Entry[] =>
  siteLinks
    .filter(({ path }) => path.endsWith('/'))
    .map(({ path, label }) => ({
      kind: 'page',
      href: onSite(path),
      title: label,
      part: '',
      beside: '',
      text: path === '/toolkit/' ? toolkit : '',
    }));

/** Everything on the site that the search finds, in the order in which a reader without it would look. */
export const listEntries = async (site: URL | undefined): Promise<readonly Entry[]> => [
  ...(await essays()),
  ...(await charts(site)),
  ...(await studies()),
  ...questions(),
  ...pages(),
];
