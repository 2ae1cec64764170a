import { date } from '../../figures/date.ts';
import type { Figure } from '../../figures/figure.ts';
import { sampleMark } from '../../figures/standardNote.ts';
import { controller } from '../../controller.ts';

/** One citation in two formats. */
export interface Citation {
  /** APA, seventh edition: https://apastyle.apa.org/style-grammar-guidelines/references/examples */
  readonly apa: string;
  /** An entry of the type misc, because BibTeX itself has none for pages: https://ctan.org/pkg/bibtex */
  readonly bibtex: string;
}

/** How to cite a chart as a release shows it; nothing before the first. @param address the page’s own */
export function citation(figure: Figure, address: string): Citation | null {
  const { release, madeUp } = figure.provenance;
  if (release === null) return null;
  const [day, month = '', year] = date(release.published).split(' ');
  const made = madeUp ? sampleMark.toLowerCase() : undefined;
  const kind = ['Chart', made].filter((part) => part !== undefined).join('; ');
  const note = [`Chart, release ${release.id}`, made].filter((part) => part !== undefined).join(', ');
  return {
    apa: `${controller.name} (${year}, ${month} ${day}). ${figure.name} (Release “${release.id}”) [${kind}]. ${address}`,
    bibtex: [
      `@misc{nobutwhy-${figure.id}-${release.id},`,
      `  author = {{${tex(controller.name)}}},`,
      `  title = {{${tex(figure.name)}}},`,
      `  year = {${year}},`,
      `  month = ${month.slice(0, 3).toLowerCase()},`,
      `  note = {${tex(note)}},`,
      `  url = {${address}},`,
      '}',
    ].join('\n'),
  };
}

/** Text as TeX may hold it: https://ctan.org/pkg/lshort , special characters. */
function tex(text: string): string {
  return text.replace(/[\\{}&%$#_^~]/g, (character) => TEX[character] ?? `\\${character}`);
}

const TEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};
