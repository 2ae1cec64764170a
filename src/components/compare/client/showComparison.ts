import { onSite, withoutScheme } from '../../../address.ts';
import { causeOf } from '../../../browser/cause.ts';
import { fetchFragment } from '../../../browser/fetchFragment.ts';
import { fetchText } from '../../../browser/fetchText.ts';
import { find } from '../../../browser/find.ts';
import { compare, drawnCharts } from '../../../compare/compare.ts';
import type { ComparedChart, Comparison } from '../../../compare/comparison.ts';
import { chartPath } from '../../../figures/estimates/source.ts';
import type { Release } from '../../../release/release.ts';
import type { Answers } from '../../../survey/answers.ts';
import type { SideId } from '../../../survey/question.ts';
import { questionnaire } from '../../../survey/questionnaire.ts';

/** What the survey says when the answers have arrived, and the page of the receipt when they are found: the event `survey:sent` on its root. */
export interface Sent {
  readonly side: SideId;
  /** The version of the questionnaire that was answered. */
  readonly instrument: string;
  readonly answers: Answers;
}

const fetchRelease = async (path: string): Promise<Release> =>
  // Our own build put it there, checked.
  JSON.parse(await fetchText(path)) as Release;

/** The drawings of a chart as they were built. */
const fetchPlot = async (chart: ComparedChart) =>
  [chart.slug, find(await fetchFragment(onSite(chartPath(chart))), '.fig__plot')] as const;

function element(tag: string, values: Readonly<Record<string, string>>, ...children: (Node | string)[]) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(values)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The way to the chart’s own page. */
const linkTo = (chart: ComparedChart): HTMLElement =>
  element(
    'p',
    { class: 'no-print' },
    element('a', { class: 'act', href: onSite(chartPath(chart)) }, `${chart.name}: chart and table`),
  );

/** @param heading the element of a heading of its level, `h4` */
const itemOf = ({ sentence, detail, you }: Comparison, heading: string): HTMLElement =>
  element(
    'li',
    {},
    element(heading, {}, sentence),
    ...(you === undefined
      ? []
      : [element('p', { class: 'compare__you' }, element('b', {}, 'You:'), ` ${you}`)]),
    ...(detail === undefined ? [] : [element('p', { class: 'compare__detail' }, detail)]),
  );

/** Fetches the published figures, sets the answers beside them, and shows the result or why there is none. */
async function show(section: HTMLElement, { side, instrument, answers }: Sent): Promise<'shown' | 'nothing'> {
  // All are asked for before any answer is looked at, so that what is asked for depends on the side alone.
  const [release, ...plots] = await Promise.all([
    fetchRelease(section.dataset.release ?? ''),
    ...drawnCharts[side].map(fetchPlot),
  ]);
  const { site = location.href, heading = '' } = section.dataset;
  const compared = compare({ release, questionnaire, host: withoutScheme(new URL(site)) }, side, {
    ...answers,
    instrument,
  });
  if ('nothing' in compared) {
    find(section, '[data-compare-said]').textContent = compared.nothing;
    return 'nothing';
  }
  const { comparisons, rest = '' } = compared;
  const drawn = new Map(plots);
  const items = comparisons.map((comparison) => {
    const item = itemOf(comparison, heading);
    const plot = drawn.get(comparison.chart.slug);
    if (comparison.you !== undefined && plot !== undefined) item.append(plot);
    item.append(linkTo(comparison.chart));
    return item;
  });
  find(section, '[data-compare-list]').replaceChildren(...items);
  find(section, '[data-compare-rest]').textContent = rest;
  find(section, '[data-compare-note]').hidden = !comparisons.some(({ you }) => you !== undefined);
  return 'shown';
}

/** Shows one person’s answers beside the published figures; the answers stay here. @returns how it went */
export async function showComparison(
  section: HTMLElement,
  sent: Sent,
): Promise<'shown' | 'nothing' | 'failed' | 'broken'> {
  try {
    return await show(section, sent);
  } catch (error) {
    return (await causeOf(error)) === 'defect' ? 'broken' : 'failed';
  }
}
