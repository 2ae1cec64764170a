import { printed, publishedBy, sentenceOf, whoCounted } from '../inWords.ts';
import { figuresOf, type Figure, type ListedStudy } from '../ledger.ts';

/** What checking a quote knows of one figure: texts, and what they were taken from. */
export interface KnownFigure {
  readonly id: string;
  /** As it is printed: “nearly 71%”. */
  readonly number: string;
  readonly sentence: string;
  /** What it is a share of. */
  readonly of: string;
  readonly wording: string;
  readonly who: string;
  /** Who answered: “professionals in 29 countries”. */
  readonly people: string;
  /** Publisher and year: “LinkedIn, 2015”. */
  readonly by: string;
  /** As a sentence would name it: “LinkedIn”. */
  readonly publisher: string;
  readonly year: number | null;
  /** What else a true quote of it may name: title, publisher, reporters, dates, numbers of people, places. */
  readonly facts: string;
  readonly places: string;
  readonly cautions: readonly string[];
  /** How it is misquoted, and why that does not hold. */
  readonly wrong: readonly { readonly says: string; readonly why: string }[];
}

const knownFigure = ({ id, value, in: { study } }: Figure, isFirst: boolean): KnownFigure => {
  const name = id.split('.')[1];
  return {
    id,
    number: printed(value),
    sentence: sentenceOf(value),
    of: value.of ?? '',
    wording: value.wording ?? '',
    who: whoCounted(study),
    people: study.people,
    by: publishedBy(study),
    publisher: study.publisher.replace(/^a member of /, '').split(/ with |, | \(/)[0] ?? study.publisher,
    year: study.year === 'not stated' ? null : study.year,
    facts: [
      study.title,
      study.publisher,
      study.asked,
      study.n,
      study.people,
      study.country,
      ...study.sources.map((source) => source.name),
    ].join(' · '),
    places: [study.country, study.people, value.of ?? '', value.says].join(' · '),
    cautions: study.cautions,
    wrong: study.misquotations
      .filter(({ made_of }) => (made_of === undefined ? isFirst : made_of === name))
      .map(({ says, why }) => ({ says, why })),
  };
};

/** Everything that a quote is checked against. */
export const knownFigures = (ledger: readonly ListedStudy[]): readonly KnownFigure[] =>
  ledger.flatMap((listed) => figuresOf(listed).map((figure, i) => knownFigure(figure, i === 0)));

/** Claims for which no source was found: what is said, and why it is not to be used. */
export const knownClaims = (ledger: readonly ListedStudy[]) =>
  ledger
    .filter(({ study }) => study.kind === 'claim')
    .flatMap(({ id, study }) => study.misquotations.map(({ says, why }) => ({ id, says, why })));

export type KnownClaim = ReturnType<typeof knownClaims>[number];
