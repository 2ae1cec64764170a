import { htmlToHast, type HastNode, type MdastNode } from 'satteri';
import { fault, type Fault } from './prose.ts';
import { sideIds } from '../survey/sides.ts';

/** What a tag brings. */
interface Tag {
  /** The attributes that it needs, each with what was expected where it is missing. */
  readonly needs: Readonly<Record<string, string>>;
  /** Those that it may bring besides. */
  readonly may?: readonly string[];
  /** Whether words may stand between its beginning and its end; without it no page would show them. */
  readonly holdsWords?: boolean;
}

const before = 'before="…" with words that stand in its place while it may not be shown';
const side = `side=${sideIds.map((id) => `"${id}"`).join(' or side=')}`;

/** What an author may write as a tag in an .mdx file; components/essay/essayComponents.ts says what each is. */
export const essayTags = {
  Blank: { needs: {} },
  Chart: { needs: { id: 'id="outcome", or another chart', before }, holdsWords: true },
  Figure: {
    needs: { id: 'id="study.value" with a figure of the ledger, such as id="linkedin-2015.received"' },
  },
  Letter: { needs: {}, holdsWords: true },
  Stat: {
    needs: {
      estimate: 'estimate="chart.series.answer", such as estimate="outcome.job_seeker.silent"',
      before,
    },
    may: ['says', 'than'],
    holdsWords: true,
  },
  Survey: { needs: { side } },
} satisfies Readonly<Record<string, Tag>>;
export type TagName = keyof typeof essayTags;

/** Elements of HTML that only mark words, and the attributes that they may bring. */
const ELEMENTS = /^(abbr|b|br|cite|del|dfn|em|i|ins|kbd|mark|q|s|small|strong|sub|sup|u|wbr)$/;
const ATTRIBUTES = /^(dir|lang|title)$/;

export const isTag = (name: string | null | undefined): name is TagName =>
  Object.hasOwn(essayTags, name ?? '');

type Jsx = Extract<MdastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** What is wrong with what a tag brings, in the order in which an author would mend it. */
function tagFaults(name: TagName, node: Jsx): readonly string[] {
  const { needs, may = [], holdsWords = false }: Tag = essayTags[name];
  const names = node.attributes.map((one) => ('name' in one ? one.name : '{…}'));
  // What is run, or stands twice, is not what passages.ts has read.
  const isRun = node.attributes.some(
    (one) => !('name' in one) || (one.value !== null && typeof one.value === 'object'),
  );
  if (isRun || new Set(names).size < names.length)
    return [`<${name}> with braces or an attribute twice; expected each attribute once, in quotes`];
  const values = new Map(
    node.attributes.flatMap((one) =>
      'name' in one && typeof one.value === 'string' ? [[one.name, one.value] as const] : [],
    ),
  );
  const known = [...Object.keys(needs), ...may];
  const unknown = names.filter((one) => !known.includes(one));
  const lacking = Object.keys(needs).filter((one) => (values.get(one) ?? '').trim() === '');
  const given = values.get('side') ?? '';
  return [
    ...unknown.map(
      (one) =>
        `<${name} ${one}>; expected ${known.length === 0 ? 'no attribute' : `${known.join(', ')} alone`}`,
    ),
    ...lacking.map((one) => `<${name}> without ${one}; expected ${needs[one]}`),
    ...(name === 'Survey' && lacking.length === 0 && !(sideIds as readonly string[]).includes(given)
      ? [`there is no survey “${given}”; expected ${side}`]
      : []),
    ...(!holdsWords && node.children.length > 0
      ? [
          `<${name}> with words in it, which no page would show; expected <${[name, ...Object.keys(needs).map((one) => `${one}="…"`)].join(' ')} />`,
        ]
      : []),
  ];
}

/** @param attributes the names of what the element brings */
function elementFaults(name: string, attributes: readonly string[]): readonly string[] {
  if (name === 'Ref' || name === 'Note' || name === 'Notes')
    return [`<${name}>, which is no more; expected [^1] in the text and a line [^1]: with the note`];
  if (/^(iframe|frame|object|embed|video|audio|script|style|link|form)$/i.test(name))
    return [`<${name}>, which the content policy of the site would block; expected a link to it`];
  if (name === 'img') return ['<img>; expected ![what it shows](./my-essay/picture.jpg)'];
  if (!ELEMENTS.test(name))
    return [
      `<${name}>; expected Markdown, elements that mark words (${ELEMENTS.source.slice(2, -2).replaceAll('|', ', ')}) or, in a file .mdx, ${Object.keys(essayTags).join(', ')}`,
    ];
  const wrong = attributes.find((attribute) => !ATTRIBUTES.test(attribute));
  if (wrong === undefined) return [];
  return [
    wrong === 'style'
      ? `<${name} style>, which the content policy of the site would block; expected no style`
      : `<${name} ${wrong}>; expected lang, dir or title and no other attribute`,
  ];
}

function htmlFaults(node: HastNode): readonly string[] {
  const within = 'children' in node ? node.children.flatMap(htmlFaults) : [];
  if (node.type === 'comment') return ['a comment, which readers could read in the page; expected none'];
  if (node.type !== 'element') return within;
  const tag = Object.keys(essayTags).find((name) => name.toLowerCase() === node.tagName);
  return [
    ...(tag === undefined
      ? elementFaults(node.tagName, Object.keys(node.properties))
      : [`<${tag}> in a file of plain Markdown; expected a file whose name ends in .mdx`]),
    ...within,
  ];
}

function codeFault(node: MdastNode): readonly string[] {
  if (node.type === 'html') return htmlFaults(htmlToHast(node.value, { fragment: true }));
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
    if (isTag(node.name)) return tagFaults(node.name, node);
    return elementFaults(
      node.name ?? '',
      node.attributes.map((attribute) => ('name' in attribute ? attribute.name : '{…}')),
    );
  }
  if (node.type === 'mdxjsEsm') {
    const word = /^\w+/.exec(node.value)?.[0] ?? '';
    const escaped = `&#${word.charCodeAt(0)};${word.slice(1)}`;
    return [
      `a paragraph that begins with “${word}” is read as code; expected another first word, or ${escaped}`,
    ];
  }
  const isExpression = node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';
  // A comment of the author’s is one, too.
  if (!isExpression || node.value.replace(/\/\*[\s\S]*?\*\//g, '').trim() === '') return [];
  return [`{${node.value}} is read as code; expected \\{ and \\} for the signs`];
}

/** What a page would run or leave out instead of showing it. */
export const codeFaults = (nodes: readonly MdastNode[]): readonly Fault[] =>
  nodes.flatMap((node) => codeFault(node).map((says) => fault(node, says)));
