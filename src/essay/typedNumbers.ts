import { maySay, nearnessOf, type Nearness } from '../ledger/quote/nearness.ts';
import { normal } from '../ledger/quote/concepts.ts';
import { ones, statedIn, tens } from '../ledger/quote/numbers.ts';
import { printed } from '../ledger/inWords.ts';
import { figuresOf, type ListedStudy } from '../ledger/ledger.ts';
import { passagesOf, type Passage } from './passages.ts';
import { nodesOf, proseOf, type Fault } from './prose.ts';

const WORDS = [...ones.slice(1), ...tens, 'hundred'].join('|');
const spelled = `(?:${WORDS})(?:[- ](?:${WORDS}))*`;
/** What people divide by when they say a share in words. */
const OF_WHICH =
  '(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|(?:a |one )?hundred|[2-9]|10|12|20|25|50|100|1,?000)';
const PARTS = 'third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|twelfth|twentieth|hundredth';
/** What follows “one in ten” where it is a share; “in ten minutes” is none. */
const ENDS = String.raw`(?=\s*(?:[.,;:?!)”’"—–]|$)|\s(?:of|is|are|was|were|had|has|have|do|does|did|got|get|never|who|said|say|says|in|goes?|went|heard)\b)`;
/** “Round 2 of 3” is a place in a row; “in this round 2 of 3 left” is a share. */
const ROW = String.raw`(?<!\b(?:the|this|that|each|every|one|first|second|third|last|final)\s)\b(?:round|stage|step|part|page|chapter|question)\s`;
/** “100% sure” is said of nobody else. */
const SURE = String.raw`(?!\s(?:sure|certain)\b)`;
/** “A quarter of an hour”, “half of my letter” and “two thirds of the way” are no share of people. */
const noPeople = String.raw`\sof\s(?:(?:an?|my|your|his|her|its?|this|that)\b|(?:the|every|each)\s(?:way|time|day|night|week|month|year|page|letter)\b)`;
const of = String.raw`(?!${noPeople})\sof\s`;
/** “Half the night” is no share of people either. */
const people =
  '(?:[a-z-]+ )?(?:people|women|men|adults|students|graduates|professionals|respondents|applicants|candidates|seekers|workers|employees|employers|companies|firms|organi[sz]ations|recruiters|managers|applications|interviews|adverts|jobs)';
/** “Five in two weeks” counts what one person did. */
const time = '(?:minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?)';

/** A percentage, “12 of 30”, “3 in 10”, “two thirds”, “one advert in three”: a share, in digits or in words. */
const SHARE = new RegExp(
  [
    String.raw`\p{Nd}[\p{Nd},.]*(?:[–-]\p{Nd}[\p{Nd},.]*)?\s?(?:[%٪％]|per\s?cent\b|percent\b|pct\b)${SURE}`,
    String.raw`\b${spelled}\s(?:per\s?cent|percent)\b${SURE}`,
    String.raw`(?<!${ROW})\b\d[\d,]*\s(?:out\s)?of\s(?:the\s)?\d[\d,]*\b`,
    String.raw`\b(?:\d[\d,]*|${spelled})\s(?:out\sof|in|of\severy)\s(?:every\s)?${OF_WHICH}\b(?![\w,.-]?\d|\s${time}\b)`,
    String.raw`\b(?:\d[\d,]*|${spelled})\s(?:[a-z]+\s){1,2}(?:out\sof|in)\s(?:every\s)?${OF_WHICH}\b${ENDS}`,
    String.raw`\b(?:${spelled})[-\s](?:${PARTS})s\b(?!${noPeople})`,
    String.raw`\b(?:one[-\s](?:${PARTS})\b(?![-\s]part|${noPeople})|an?\s(?:${PARTS})(?=${of}))`,
    String.raw`(?<!\b(?:the|first|second|other|last)\s)\bhalf(?=${of}|\s(?:the|all|our|their)\s${people}\b)`,
    String.raw`(?:\b\d{1,2}/\d{1,3}|[½⅓⅔¼¾⅕⅖⅗⅘])(?=${of})`,
  ]
    .join('|')
    .replaceAll(' ', String.raw`\s`),
  'giu',
);

/** How far a fraction in words may be from the percentage that it rounds, in points: 39% is four in ten, 32% is no third. */
const ROUNDED = 1;

/** A share as a text states it. */
interface Typed {
  readonly written: string;
  readonly index: number;
  readonly nearness: Nearness;
  /** In percent where its words say one number, else its words. */
  readonly worth: number | string;
  /** Said in words such as “one in three”, which stand for what is near it. */
  readonly isFraction: boolean;
}

const sharesIn = (text: string): readonly Typed[] =>
  [...text.matchAll(SHARE)].map(({ 0: found, index }) => {
    const written = found.replace(/\s+/g, ' ');
    // “One advert in three” is one in three.
    const bare = normal(written).replace(/^([\w,-]+) (?:[a-z]+ ){1,2}(in|out of) (?!\w+ [a-z])/, '$1 $2 ');
    const [stated, ...more] = statedIn(bare).filter(({ unit }) => unit === '%');
    const isOne = stated !== undefined && more.length === 0 && !/[–-]\p{Nd}/u.test(written);
    return {
      written,
      index,
      nearness: nearnessOf(text.slice(0, index), text.slice(index + found.length)),
      worth: isOne ? stated.value : bare,
      isFraction: isOne && stated.isFraction,
    };
  });

/** The shares that the ledger prints of these studies, in numbers and in what it says of their quoting. */
const inLedger = (studies: readonly ListedStudy[]): readonly Typed[] =>
  studies
    .flatMap(({ study }) => [
      ...Object.values(study.values).flatMap((value) => [printed(value), value.says, value.wording ?? '']),
      ...study.cautions,
      ...study.misquotations.flatMap(({ says, why }) => [says, why]),
    ])
    .flatMap(sharesIn);

/** Whether a share is one that the ledger has: the same number, said to be as near; a fraction in words may round it. */
function isIts(typed: Typed, own: Typed): boolean {
  if (typed.worth === own.worth) return typed.isFraction || maySay(typed.nearness, own.nearness);
  return (
    typed.isFraction &&
    typeof typed.worth === 'number' &&
    typeof own.worth === 'number' &&
    Math.abs(typed.worth - own.worth) <= ROUNDED
  );
}

const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** What an author may write in place of a typed share: the figures that have this number, where there are any. */
function expected(typed: Typed, ledger: readonly ListedStudy[]): string {
  const figures = ledger
    .flatMap(figuresOf)
    .filter(({ value }) =>
      sharesIn(printed(value)).some((own) => own.worth === typed.worth || isIts(typed, own)),
    );
  const [first] = figures;
  if (first === undefined) return '<Figure id="study.value" /> with a figure of the ledger';
  const tags = either.format(figures.map(({ id }) => `<Figure id="${id}" />`));
  return `${tags}, or a link to its page, such as /figures/${first.in.id}/`;
}

/** The page of a study, or a number on it. */
const STUDY_PAGE = /^\/figures\/([^/#]+)\//;

/** The studies that an essay quotes: those whose numbers it prints, and those to whose page it links. */
function quotedIn(
  file: string,
  text: string,
  passages: readonly Passage[],
  ledger: readonly ListedStudy[],
): readonly ListedStudy[] {
  const printed = passages.flatMap(({ tags }) =>
    tags.flatMap(({ name, attributes }) => (name === 'Figure' ? [attributes.get('id')?.split('.')[0]] : [])),
  );
  const linked = [...nodesOf(proseOf(file, text))].flatMap(({ node }) =>
    'url' in node ? [STUDY_PAGE.exec(node.url)?.[1]] : [],
  );
  return ledger.filter(({ id }) => printed.includes(id) || linked.includes(id));
}

/** The shares that an essay types by hand and no study of the ledger, of those it quotes, holds. @param text the whole file */
export function typedNumbers(file: string, text: string, ledger: readonly ListedStudy[]): readonly Fault[] {
  const passages = passagesOf(file, text);
  const known = inLedger(quotedIn(file, text, passages, ledger));
  return passages.flatMap(({ text: words, lineAt }) =>
    sharesIn(words)
      .filter((typed) => !known.some((own) => isIts(typed, own)))
      .map((typed) => {
        const { written, index, worth, nearness } = typed;
        const near = known.find((own) => own.worth === worth);
        const says =
          near === undefined
            ? `“${written}” is typed by hand; expected ${expected(typed, ledger)}, or <Stat estimate="…" before="…" /> with one of ours, or other words, where it is no share of people`
            : `“${[nearness, written].join(' ').trim()}” is typed by hand, and the ledger has “${[near.nearness, near.written].join(' ').trim()}”; expected its words, or <Figure id="study.value" />`;
        return { line: lineAt(index), says };
      }),
  );
}
