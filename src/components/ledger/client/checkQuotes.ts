import { find } from '../../../browser/find.ts';
import { checkQuote, type Checked } from '../../../ledger/quote/checkQuote.ts';
import type { KnownClaim, KnownFigure } from '../../../ledger/quote/known.ts';

/** What the page carries of the ledger. */
interface Known {
  readonly figures: readonly KnownFigure[];
  readonly claims: readonly KnownClaim[];
  /** Where the ledger is on its host. */
  readonly path: string;
}

const verdicts: Readonly<Record<Checked['verdict'], string>> = {
  holds: 'The wording holds',
  claim: 'The number is right, the claim is not',
  unsure: 'The number is right, the claim may not be',
  number: 'The number is not what was counted',
  many: 'One number at a time',
  wrong: 'The claim does not hold',
  none: 'Not in our list',
};

const section = find(document, '[data-check]');
const said = find(section, '[data-said]');
const sentence = find(section, 'textarea') as HTMLTextAreaElement;
const known = JSON.parse(find(section, '[data-known]').textContent) as Known;

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
  className = '',
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), { textContent: text, className });
}

const linkTo = (text: string, at: string): HTMLElement =>
  Object.assign(element('a', text), { href: known.path + at });

function listOf(sentences: readonly string[]): readonly HTMLElement[] {
  if (sentences.length === 0) return [];
  const list = document.createElement('ul');
  list.append(...sentences.map((one) => element('li', one)));
  return [list];
}

/** The figure as it is, who counted it, and the way to all that is known of it. */
function figureParts({ id, sentence: is, who, cautions }: KnownFigure): readonly HTMLElement[] {
  const by = element('p', '', 'small');
  by.append(linkTo(who, id.replace('.', '/#')));
  return [
    element('p', is, 'check__is'),
    by,
    ...cautions.map((caution) => element('p', `Mind: ${caution}`, 'small')),
  ];
}

function show(): void {
  const text = sentence.value.trim();
  if (text === '') {
    said.replaceChildren(element('p', 'Paste a sentence first.'));
    sentence.focus();
    return;
  }
  const { verdict, figure, claim, differences } = checkQuote(text, known.figures, known.claims);
  const nothing =
    verdict === 'none' && differences.length === 0
      ? [element('p', 'No figure here has this number and is about this. That does not make it wrong.')]
      : [];
  said.replaceChildren(
    element(
      'h3',
      claim === undefined ? verdicts[verdict] : 'No source found',
      `check__verdict check__verdict--${verdict}`,
    ),
    ...listOf(differences),
    ...nothing,
    ...(claim === undefined ? [] : [linkTo('What we looked for', `${claim.id}/`)]),
    ...(figure === undefined ? [] : figureParts(figure)),
  );
}

find(section, 'form').addEventListener('submit', (event) => {
  event.preventDefault();
  show();
});
