import { foundIn, groups, normal, places, stages } from './concepts.ts';
import type { KnownFigure } from './known.ts';
import { maySay, nearnessOf, NEARNESS } from './nearness.ts';
import { statedIn, yearsIn, type Stated } from './numbers.ts';
import { covered, denied, happened, KNOWN, placed, sameOrder, stemsOf } from './vocabulary.ts';

const list = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names);
const without = (a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] =>
  [...a].filter((one) => !b.has(one));

/** The first sentence: what comes after it explains. */
const core = ({ sentence }: KnownFigure): string => /^.*?[^\d.]\.(?=\s|$)/.exec(sentence)?.[0] ?? sentence;

function ofNumber(text: string, stated: Stated, figure: KnownFigure): readonly string[] {
  const said: string[] = [];
  const [own] = statedIn(normal(figure.number)).filter(({ isFraction }) => !isFraction);
  if (own?.value !== stated.value)
    said.push(`“${stated.written}” is not the number: it is ${figure.number}.`);
  const says = nearnessOf(text.slice(0, stated.end - stated.written.length), text.slice(stated.end));
  const is = nearnessOf(normal(figure.number).replace(/[£€$]?\d.*$/, ''), '');
  if (!maySay(says, is))
    said.push(`The figure is ${figure.number}${says === '' ? '' : `, not “${says}” it`}.`);
  return said;
}

/** Said where nothing is known to be wrong, and nobody can tell that it is right. */
export const DOUBT = 'It leaves out part of what the figure says, or says it in another order.';

/** What a figure may be quoted by: its sentence, or the words of its source. */
const ownTexts = (figure: KnownFigure): readonly string[] =>
  [core(figure), figure.wording].filter((text) => text !== '').map(normal);

/** At which stage, whether it ever happened, and what did not: as in the figure’s sentence, or as in the words of its source. */
function ofClaim(text: string, figure: KnownFigure): readonly string[] {
  const own = ownTexts(figure);
  const said = foundIn(text, stages);
  const added = without(said, foundIn(own.join(' '), stages));
  if (added.length > 0) return [`It is not about ${list(added)}.`];
  const left = own.map((of) => without(foundIn(of, stages), said));
  if (left.every(({ length }) => length > 0)) return [`The sentence says nothing of ${list(left[0] ?? [])}.`];
  const denying = own.filter((of) => denied(of) === denied(text));
  if (denying.length === 0) return ['The sentence says it the other way round, or with something left out.'];
  const [ever, first = ''] = [happened(text), ...denying.map(happened)];
  if (denying.some((of) => happened(of) === ever)) return [];
  return first.length > ever.length
    ? ['It counts to whom it ever happened, and not how often it does.']
    : [DOUBT];
}

function ofPeople(text: string, stated: Stated, figure: KnownFigure): readonly string[] {
  // From the number on: “663 students” are a number with whom it counts.
  const after = text.slice(stated.end - stated.written.length);
  const first = groups
    .map(({ name, pattern }) => ({ name, at: after.search(pattern) }))
    .filter(({ at }) => at !== -1)
    .sort((a, b) => a.at - b.at)[0];
  const own = foundIn(normal(figure.of || figure.sentence), groups);
  const may = new Set([
    ...own,
    ...(own.size === 0 ? foundIn(normal(`${figure.facts} ${figure.wording}`), groups) : []),
  ]);
  if (first === undefined)
    return /\b(people|those|respondents)\b/.test(after) && own.size === 0
      ? []
      : [`The sentence does not say of whom: ${figure.of || figure.people}.`];
  // Who is young is also a candidate; the narrower word counts.
  const said = foundIn(after, groups);
  const missing = own.has('young people') && !said.has('young people');
  return may.has(first.name) && !missing
    ? []
    : [`They were not ${first.name} but ${figure.of || figure.people}.`];
}

const OR = /\bor\b/;

function ofPlace(text: string, figure: KnownFigure): readonly string[] {
  const said = foundIn(text, places);
  const needed = foundIn(normal(`${figure.of} ${core(figure)}`), places);
  const own = needed.size > 0 ? needed : foundIn(normal(figure.places), places);
  const others = without(said, own);
  if (others.length > 0) return [`It is not of ${list(others)}.`];
  const left = said.size + needed.size > 0 ? without(own, said) : [];
  // “The UK or Germany” is another claim than both.
  if (own.size > 1 && (left.length > 0 || (said.size > 1 && OR.test(text) && !OR.test(figure.places))))
    return [`It is of ${list([...own])} together, and not of one or another.`];
  return left.length > 0 ? [`It is of ${list(left)} alone, and the sentence does not say so.`] : [];
}

function ofSource(sentence: string, figure: KnownFigure, figures: readonly KnownFigure[]): readonly string[] {
  const said: string[] = [];
  // A year of the figure’s own sentence is that of the number; the publisher’s may stand in brackets behind it.
  const own = yearsIn(core(figure));
  const [may, text, is] =
    own.length > 0
      ? [own, sentence.replace(/\([^)]*\)\.?$/, ''), `of ${list(own.map(String))}`]
      : [[figure.year, ...yearsIn(figure.facts)], sentence, figure.by];
  const years = yearsIn(text).filter((year) => !may.includes(year));
  if (years.length > 0) said.push(`It is ${is}, not of ${list(years.map(String))}.`);
  const publishers = new Set(figures.map(({ publisher }) => publisher));
  const named = [...publishers].filter((name) => sentence.includes(name) && !figure.facts.includes(name));
  if (named.length > 0) said.push(`It is not by ${list(named)}: it is ${figure.by}.`);
  return said;
}

/** Words that claim something and are not the figure’s: nobody can vouch for them. And how much of the figure is said at all. */
function ofWords(sentence: string, stated: Stated, figure: KnownFigure): readonly string[] {
  const [claimed, facts] = [
    [figure.sentence, figure.wording, figure.of],
    [figure.facts, figure.by, figure.places],
  ].map((those) => stemsOf(those.join(' ')));
  // “More than 20,000” people asked is no leave to say “94% more”.
  const own = new Set([...(claimed ?? []), ...[...(facts ?? [])].filter((word) => !NEAR.test(word))]);
  const text = normal(sentence);
  const before = text.slice(0, stated.end - stated.written.length).replace(NEARNESS, ' ');
  const rest = `${before} ${text.slice(stated.end)}`;
  const foreign = placed(rest).flatMap(({ word, stem }) =>
    stem === '' || own.has(stem) || KNOWN.test(stem) ? [] : [`“${word}”`],
  );
  if (foreign.length > 0)
    return [`It says more than the figure does, or says it otherwise: ${list(foreign)}.`];
  const said = stemsOf(sentence);
  if (figure.of !== '' && covered(stemsOf(figure.of), said) < WHOLE)
    return [`The sentence does not say all of whom it is a share: ${figure.of}.`];
  const texts = ownTexts(figure);
  if (texts.every((of) => covered(stemsOf(of), said) < ENOUGH))
    return ['It leaves out part of what the figure says.'];
  // What a figure says in a second sentence is no part of its first.
  const fromSentence = new Set([...stemsOf(figure.sentence)].filter((word) => said.has(word)));
  const isLike = (of: string) =>
    isWhole(stemsOf(of), said) && isWhole(fromSentence, stemsOf(of)) && sameOrder(text, of);
  return texts.some(isLike) ? [] : [DOUBT];
}

/** How much of a figure’s sentence, or of its source’s, a sentence must have, or it is plainly another. */
const ENOUGH = 0.7;

/** Words of a figure that a sentence may leave out, because the number is checked by itself: numbers that are no year, and how near it is. */
const OF_NUMBER = /^(?!(19|20)\d\d$).*\d|ty-/;

/** Has a sentence every word that claims something; but from whom people heard nothing is plain. */
const isWhole = (words: ReadonlySet<string>, said: ReadonlySet<string>): boolean =>
  [...words].every(
    (word) =>
      said.has(word) ||
      KNOWN.test(word) ||
      NEAR.test(word) ||
      OF_NUMBER.test(word) ||
      (word === 'employer' && said.has('hear')),
  );

/** How much of the words for whom a figure counts a sentence must have. */
const WHOLE = 0.75;

/** Words that are near a number without being said of it. */
const NEAR = /^(more|less|fewer|over|under|above|below|nearly|almost|about|least|most|some)$/;

/** What a sentence says that the figure does not, or leaves out: a sentence each; nothing where its wording holds. */
export function differences(
  sentence: string,
  stated: Stated,
  figure: KnownFigure,
  figures: readonly KnownFigure[],
): readonly string[] {
  const text = normal(sentence);
  const said = [
    ...ofSource(sentence, figure, figures),
    ...ofNumber(text, stated, figure),
    ...ofPeople(text, stated, figure),
    ...ofPlace(text, figure),
    ...ofClaim(text, figure),
  ];
  return said.length > 0 ? said : ofWords(sentence, stated, figure);
}
