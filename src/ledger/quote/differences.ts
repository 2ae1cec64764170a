import { denies, events, foundIn, groups, normal, places, stages } from './concepts.ts';
import type { KnownFigure } from './known.ts';
import { maySay, nearnessOf, NEARNESS } from './nearness.ts';
import { statedIn, yearsIn, type Stated } from './numbers.ts';
import { covered, stemsOf } from './vocabulary.ts';

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

/** What happened, and at which stage: as in the figure’s sentence, or as in the words of its source. */
function ofClaim(text: string, figure: KnownFigure): readonly string[] {
  const own = [core(figure), ...(figure.wording === '' ? [] : [figure.wording])].map(normal);
  const fits = (those: typeof events, of: string) => {
    const [a, b] = [foundIn(text, those), foundIn(of, those)];
    return without(a, b).length === 0 && without(b, a).length === 0;
  };
  if (own.some((of) => fits(events, of) && fits(stages, of) && denies(text) === denies(of))) return [];
  const [first = ''] = own;
  const all = own.join(' ');
  const those = [...events, ...stages];
  const added = without(foundIn(text, those), foundIn(all, those));
  const left = without(foundIn(first, those), foundIn(text, those));
  const said: string[] = [];
  if (added.length > 0) said.push(`It is not about ${list(added)}.`);
  if (left.length > 0) said.push(`The sentence says nothing of ${list(left)}.`);
  if (said.length === 0) said.push('The sentence says it the other way round, or with something left out.');
  return said;
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

/** Does “or” stand between two places: “the UK or Germany”. */
const isEither = (text: string): boolean => {
  const parts = text.split(/\bor\b/);
  return parts
    .slice(1)
    .some(
      (part, i) =>
        foundIn(/^(\W*[\w-]+){1,3}/.exec(part)?.[0] ?? '', places).size > 0 &&
        foundIn(parts[i] ?? '', places).size > 0,
    );
};

function ofPlace(text: string, figure: KnownFigure): readonly string[] {
  const [said, own] = [foundIn(text, places), foundIn(normal(figure.places), places)];
  const others = without(said, own);
  if (others.length > 0) return [`It is not of ${list(others)}.`];
  const needed = foundIn(normal(`${figure.of} ${core(figure)}`), places);
  const left = without(needed, said);
  if (said.size > 1 && isEither(text) && !/\bor\b/.test(normal(figure.places)))
    return [`It is of ${list([...own])} together, and not of one or another.`];
  return left.length > 0 ? [`It is of ${list(left)} alone, and the sentence does not say so.`] : [];
}

function ofSource(sentence: string, figure: KnownFigure, figures: readonly KnownFigure[]): readonly string[] {
  const said: string[] = [];
  const years = yearsIn(sentence).filter(
    (year) => year !== figure.year && !figure.facts.includes(String(year)),
  );
  if (years.length > 0) said.push(`It is ${figure.by}, not of ${list(years.map(String))}.`);
  const others = new Set(figures.map(({ publisher }) => publisher));
  const named = [...others].filter((name) => sentence.includes(name) && !figure.facts.includes(name));
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
  const foreign = [...stemsOf(rest)].filter((word) => !own.has(word) && !KNOWN.test(word));
  if (foreign.length > 0) return ['It says more than the figure does, or says it otherwise.'];
  const said = stemsOf(sentence);
  if (figure.of !== '' && covered(stemsOf(figure.of), said) < WHOLE)
    return [`The sentence does not say all of whom it is a share: ${figure.of}.`];
  const most = [core(figure), figure.wording]
    .filter((text) => text !== '')
    .map((text) => covered(new Set([...stemsOf(text)].filter((word) => !/\d/.test(word))), said));
  return Math.max(...most) < ENOUGH ? ['It leaves out part of what the figure says.'] : [];
}

/** How much of the figure’s sentence, or of its source’s, a sentence must have. Below it “6% had a phone call” passed for the whole. */
const ENOUGH = 0.7;

/** How much of the words for whom a figure counts a sentence must have. */
const WHOLE = 0.75;

/** Words that are near a number without being said of it. */
const NEAR = /^(more|less|fewer|over|under|above|below|nearly|almost|about|least|most|some)$/;

/** Words that the other checks have judged already: places, groups, and how near a number is. */
const KNOWN =
  /^(united|kingdom|states?|us|uk|north-america|latin-america|northern-ireland|america|american|british|britain|irish|young|student|graduate)$/;

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
