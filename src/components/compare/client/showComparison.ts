import { addressIn, onSite, withoutScheme } from '../../../address.ts';
import { fetchFragment, NotLoaded } from '../../../browser/fetchFragment.ts';
import { find } from '../../../browser/find.ts';
import { compare, drawnCharts } from '../../../compare/compare.ts';
import type { ComparedChart, Comparison } from '../../../compare/comparison.ts';
import { chartPath } from '../../../figures/estimates/source.ts';
import type { Release } from '../../../release/release.ts';
import type { Answers } from '../../../survey/answers.ts';
import type { SideId } from '../../../survey/question.ts';
import { questionnaire } from '../../../survey/questionnaire.ts';
import '../../charts/client/copyText.ts';
import { linkedInShare } from '../../charts/linkedInShare.ts';

/** What the survey says when the answers have arrived. */
export interface Sent {
  readonly side: SideId;
  /** The version of the questionnaire that was answered. */
  readonly instrument: string;
  readonly answers: Answers;
}

async function fetchRelease(path: string): Promise<Release> {
  const response = await fetch(path, { credentials: 'omit' }).catch(() => undefined);
  if (response?.ok !== true) throw new NotLoaded(`${path} did not load.`);
  // Our own build put it there, checked.
  return (await response.json()) as Release;
}

/** The drawings of a chart as they were built. */
const fetchPlot = async (chart: ComparedChart) =>
  [chart.slug, find(await fetchFragment(onSite(chartPath(chart))), '.fig__plot')] as const;

function element(tag: string, values: Readonly<Record<string, string>>, ...children: (Node | string)[]) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(values)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** The ways to the chart’s own page, which is all that can be passed on from here. */
function share(chart: ComparedChart, site: string): HTMLElement {
  const { name } = chart;
  const path = chartPath(chart);
  const address = addressIn(site, path);
  return element(
    'p',
    { class: 'compare__share no-print' },
    element('a', { class: 'act', href: onSite(path) }, `${name}: chart and table`),
    element(
      'a',
      {
        class: 'act',
        href: linkedInShare(address),
        rel: 'noopener noreferrer',
        'aria-label': `Share on LinkedIn: ${name}`,
      },
      'Share on LinkedIn',
    ),
    element(
      'copy-text',
      { 'data-text': address, hidden: '' },
      element('button', { class: 'act', type: 'button', 'aria-label': `Copy link: ${name}` }, 'Copy link'),
      ' ',
      element('span', { role: 'status', class: 'small' }),
    ),
  );
}

const itemOf = ({ sentence, detail, you }: Comparison): HTMLElement =>
  element(
    'li',
    {},
    element('h4', {}, sentence),
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
  const { site = location.href } = section.dataset;
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
    const item = itemOf(comparison);
    const plot = drawn.get(comparison.chart.slug);
    if (comparison.you !== undefined && plot !== undefined) item.append(plot);
    item.append(share(comparison.chart, site));
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
    if (error instanceof NotLoaded) return 'failed';
    reportError(error);
    return 'broken';
  }
}
