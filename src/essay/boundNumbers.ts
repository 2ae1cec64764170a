import { against, againstHalf, namedShare, type Direction } from '../figures/estimates/namedShare.ts';
import { figureIn, type ListedStudy } from '../ledger/ledger.ts';
import { NEARNESS } from '../ledger/quote/nearness.ts';
import type { Release } from '../release/release.ts';
import { passagesOf, type EssayTag } from './passages.ts';
import type { Fault } from './prose.ts';
import { typedNumbers } from './typedNumbers.ts';

/** Where the numbers of essays come from. */
export interface Numbers {
  readonly ledger: readonly ListedStudy[];
  readonly release: Release;
}

const HALF = 'half';

/** Whether the release carries what `says` and `than` of a `<Stat>` claim; null where one of the numbers is not shown. */
function directionOf(release: Release, estimate: string, than: string): Direction {
  const named = namedShare(estimate);
  return than === HALF ? againstHalf(release, named) : against(release, named, namedShare(than));
}

/** What is wrong with a direction, if it is. */
function wrongDirection({ attributes }: EssayTag, estimate: string, release: Release): string | undefined {
  const [says, than] = [attributes.get('says'), attributes.get('than')];
  if (says === undefined && than === undefined) return undefined;
  if ((says !== 'more' && says !== 'less') || than === undefined)
    return `“${estimate}” claims a direction by halves; expected says="more" or says="less", and than="half" or than="…" with another estimate`;
  const found = directionOf(release, estimate, than);
  if (found === null || found === says) return undefined;
  const really = found === 'even' ? 'does not carry a difference either way' : `says “${found}”`;
  return `the text says that “${estimate}” is ${says} than ${than === HALF ? 'half' : `“${than}”`}, but release “${release.id}” ${really}; change the sentence, or take the direction out of it`;
}

function wrongStat(tag: EssayTag, release: Release): string | undefined {
  const estimate = tag.attributes.get('estimate') ?? '';
  namedShare(estimate);
  return wrongNearness(tag, estimate, '') ?? wrongDirection(tag, estimate, release);
}

function wrongFigure(tag: EssayTag, ledger: readonly ListedStudy[]): string | undefined {
  const id = tag.attributes.get('id') ?? '';
  return wrongNearness(tag, id, figureIn(ledger, id).value.roughly ?? '');
}

/** A number says itself how near it is, or that it is exact: the author’s words before it would say it twice, or otherwise. */
function wrongNearness({ after }: EssayTag, name: string, own: string): string | undefined {
  const [said] = NEARNESS.exec(after) ?? [];
  if (said === undefined) return undefined;
  const prints = own === '' ? 'prints the number itself' : `prints “${own}” itself`;
  return `“${said.trim()}” before “${name}”, which ${prints}; expected the sentence without it`;
}

/** Makes a sentence of what a look-up throws, so that it, too, is told with its line. */
function sentenceOf(look: () => string | undefined): string | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof Error) return error.message.replace(/\.$/, '');
    throw error;
  }
}

/**
 * What is wrong with the numbers of an essay: one that is typed by hand and in no figure, a figure or an estimate that
 * there is not, one without words for the time before it, a direction that the release does not carry. A withheld number
 * is no fault: its author’s words stand in its place.
 *
 * @param text the whole file; what a tag must bring is asked by essayTags.ts before
 */
export function numberFaults(file: string, text: string, { ledger, release }: Numbers): readonly Fault[] {
  const tags = passagesOf(file, text).flatMap((passage) => passage.tags);
  const wrong = tags.flatMap((tag) => {
    const says = sentenceOf(() => {
      if (tag.name === 'Stat') return wrongStat(tag, release);
      return tag.name === 'Figure' ? wrongFigure(tag, ledger) : undefined;
    });
    return says === undefined ? [] : [{ line: tag.line, says }];
  });
  return [...wrong, ...typedNumbers(file, text, ledger)];
}
