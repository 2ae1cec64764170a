import { addressIn } from '../../address.ts';
import type { DescribedFigure } from '../../words/words.ts';
import { escapeXml } from '../../charts/canvas/svgText.ts';
import { embedHeights } from './embedHeights.ts';
import { embedPath, resizeScript } from './embedPath.ts';
import { embedWords } from './embedWords.ts';

/** The frame may open a link in a new tab, and nothing else: no script, no form, no access to the page around it. */
const sandbox = 'allow-popups allow-popups-to-escape-sandbox';

/** The attributes of the iframe, in our preview as in the code that others paste. */
export interface EmbedFrame {
  readonly src: string;
  readonly title: string;
  readonly width: string;
  readonly height: string;
  readonly sandbox: string;
  readonly loading: 'lazy';
  /** Read by public/embed/resize.js. */
  readonly 'data-no-but-why': string;
}

/** The width that charts are drawn for, in pixels. */
export const embedWidth = 720;

/** The frame around a chart’s embed, tall enough for every width from this one on. */
export function embedFrame(described: DescribedFigure, site: URL | undefined, from: number): EmbedFrame {
  const heights = embedHeights(described);
  const { title, mark } = embedWords(described);
  const reached = heights.filter(({ width }) => width >= from).map(({ height }) => height);
  return {
    src: addressIn(site, embedPath(described.figure.id)),
    title: mark === undefined ? title : `${mark}: ${title}`,
    width: `${embedWidth}`,
    height: `${Math.max(...reached)}`,
    sandbox,
    loading: 'lazy',
    'data-no-but-why': heights.map(({ width, height }) => `${width}:${height}`).join(' '),
  };
}

/** The frame as HTML, to be pasted into another page. */
export function embedCode(frame: EmbedFrame): string {
  const attributes = Object.entries<string>({ ...frame }).map(
    ([name, value]) => `${name}="${escapeXml(value)}"`,
  );
  return `<iframe ${attributes.join(' ')} style="width:100%;border:0"></iframe>`;
}

/** The script that a host page may add, as HTML. */
export function embedScript(site: URL | undefined): string {
  return `<script async src="${addressIn(site, resizeScript)}"></script>`;
}
