import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import { render } from 'astro:content';
import { load } from 'cheerio';
import { addressIn } from '../../../address.ts';
import type { ListedEssay } from '../../../essay/listEssays.ts';
import { fromChannel } from '../../../survey/channel.ts';
import { textOf } from '../../../essay/textOf.ts';
import { essayComponents } from '../essayComponents.ts';
import PlainChart from './PlainChart.astro';
import PlainSurvey from './PlainSurvey.astro';

/** Elements that are no text, or work on our pages alone. */
const LEFT_OUT = 'script, style, svg, form, button, template, iframe, link, meta';
/** What remains of an element elsewhere: no class or style of ours means anything there. */
const KEPT = /^(href|src|alt|width|height|id|lang|dir|cite|start|colspan|rowspan|scope)$/;

const container = loadRenderers([getContainerRenderer()]).then((renderers) =>
  AstroContainer.create({ renderers, astroConfig: { site: import.meta.env.SITE } }),
);
const rendered = new Map<string, Promise<string>>();

function stripped(html: string, page: string): string {
  const $ = load(html, null, false);
  // A number that is bound to its source is a link to its note on our pages, and the note is hidden.
  for (const number of $('.bound__n').toArray()) $(number).replaceWith($(number).text().trim());
  for (const note of $('.bound__note').toArray())
    $(note).replaceWith($('<small></small>').append(' (', $(note).contents(), ')'));
  $(LEFT_OUT).remove();
  $('a.ref').wrap('<sup></sup>');
  for (const link of $('a.self').toArray()) $(link).replaceWith($(link).contents());
  for (const element of $('*').toArray()) {
    for (const name of Object.keys($(element).attr() ?? {}))
      if (!KEPT.test(name)) $(element).removeAttr(name);
    for (const name of ['href', 'src']) {
      const address = $(element).attr(name);
      if (address !== undefined) $(element).attr(name, new URL(address, page).href);
    }
  }
  return $.html().trim();
}

async function renderPlain({ entry, path }: ListedEssay): Promise<string> {
  const { Content } = await render(entry);
  const components = { ...essayComponents, Chart: PlainChart, Survey: PlainSurvey };
  const html = await (await container).renderToString(Content, { props: { components } });
  return stripped(html, addressIn(import.meta.env.SITE, path));
}

/**
 * The text of an essay as HTML that needs nothing of ours: for feeds and the search. Addresses are absolute, charts are
 * pictures, and there is no script, style or class in it.
 */
export function plainEssay(essay: ListedEssay): Promise<string> {
  const key = `${essay.entry.id} ${essay.entry.digest ?? ''}`;
  const before = rendered.get(key);
  if (before !== undefined) return before;
  const rendering = renderPlain(essay);
  rendered.set(key, rendering);
  return rendering;
}

/** The pages that keep the channel somebody comes by (page/KeepChannel.astro). */
const keepers = /^(survey\/|charts\/[^/]+\/|essays\/[^/]+\/$)/;

/** A link to a chart, another essay or the survey says that it stands in a feed; a note of the essay stays as it is. */
function fromFeed(html: string, page: string): string {
  const $ = load(html, null, false);
  const site = addressIn(import.meta.env.SITE, '/');
  for (const link of $('a[href]').toArray()) {
    const href = $(link).attr('href') ?? '';
    const path = href.startsWith(site) ? href.slice(site.length) : '';
    if (!href.startsWith(`${page}#`) && keepers.test(path.replace(/[?#].*/, '')))
      $(link).attr('href', fromChannel(href, 'feed'));
  }
  return $.html();
}

/** The same in the language and the direction of the essay, which a feed reader cannot know otherwise. */
export async function feedText(essay: ListedEssay): Promise<string> {
  const { lang, dir } = textOf(essay.entry.data);
  const html = fromFeed(await plainEssay(essay), addressIn(import.meta.env.SITE, essay.path));
  return `<div lang="${lang}" dir="${dir}">${html}</div>`;
}

/** A part of a text, from one heading to the next. */
export interface Section {
  /** Of its heading: its fragment. Both are empty before the first heading. */
  readonly id: string;
  readonly heading: string;
  readonly text: string;
}

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:?!’”)])/g, '')
    .trim();

/** The words of such a text, in parts. */
export function sectionsOf(html: string): readonly Section[] {
  // Apart, so that the words of two cells or paragraphs are not one word.
  const $ = load(html.replaceAll('<', ' <'), null, false);
  $('sup').remove();
  const sections: Section[] = [{ id: '', heading: '', text: '' }];
  for (const element of $.root().children().toArray()) {
    const text = tidy($(element).text());
    const last = sections.at(-1);
    if ($(element).is('h2')) sections.push({ id: $(element).attr('id') ?? '', heading: text, text: '' });
    else if (last) sections[sections.length - 1] = { ...last, text: `${last.text} ${text}`.trim() };
  }
  return sections;
}
