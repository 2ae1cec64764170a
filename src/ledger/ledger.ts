import type { Study, StudyValue, Subject } from './study.ts';

/** A study with its id, the name of its file. */
export interface ListedStudy {
  readonly id: string;
  readonly study: Study;
}

/** One number of a study, and where it is in the ledger. */
export interface Figure {
  /** `linkedin-2015.received` */
  readonly id: string;
  readonly value: StudyValue;
  readonly in: ListedStudy;
}

/** Every number of a study, in the order of its file. */
export const figuresOf = (listed: ListedStudy): readonly Figure[] =>
  Object.entries(listed.study.values).map(([name, value]) => ({
    id: `${listed.id}.${name}`,
    value,
    in: listed,
  }));

/** What a study is about, each subject once. */
export const subjectsOf = ({ about, values }: Study): readonly Subject[] => [
  ...new Set([...(about === undefined ? [] : [about]), ...Object.values(values).map((value) => value.about)]),
];

/**
 * A number of the ledger by its id.
 * @throws where there is none, with the file that it would be in, or the numbers of its study
 */
export function figureIn(ledger: readonly ListedStudy[], id: string): Figure {
  const study = id.split('.')[0] ?? '';
  const listed = ledger.find((one) => one.id === study);
  if (listed === undefined) {
    const [publisher = ''] = study.split('-');
    const near = ledger.filter((one) => publisher !== '' && one.id.startsWith(publisher));
    const those =
      near.length === 0 ? '' : `; of that publisher there is ${near.map((one) => one.id).join(', ')}`;
    throw new Error(
      `The ledger has no study “${study}”, which would be src/content/ledger/${study}.yaml${those}.`,
    );
  }
  const figures = figuresOf(listed);
  const found = figures.find((figure) => figure.id === id);
  if (found === undefined)
    throw new Error(
      `The ledger has no figure “${id}”; of this study it has ${figures.map((one) => one.id).join(', ')}.`,
    );
  return found;
}
