import { describe, expect, test } from 'vitest';
import { chartIds, figureOf } from '../../../src/figures/estimates/figureOf.ts';
import { isWithheld } from '../../../src/figures/parts.ts';
import { countedInWords } from '../../../src/figures/countedInWords.ts';
import { countedOf } from '../../../src/release/counted.ts';
import { releaseText } from '../../../src/release/makeRelease.ts';
import { noRelease } from '../../../src/release/noRelease.ts';
import { releaseHead } from '../../../src/release/releaseHead.ts';
import { chainName } from '../../../src/release/tables.ts';
import { questionnaire } from '../../../src/survey/questionnaire.ts';
import { describe as describeFigure } from '../../../src/words/describe.ts';
import { sayFinding } from '../../../src/words/sayFinding.ts';
import { withholding } from '../../examples/release.ts';
import { publishMonths } from './verify/months.ts';

const sides = ['job_seeker', 'employer'] as const;
const host = 'nobutwhy.example';

/** Twelve months in which now one table is renewed and now another, because few people come in each. */
const months = publishMonths(25, 12, 'one number for one thing');
const releases = months.map(({ made }) => made.release);
/** How many there were on a side when a release was made. */
const truth = (side: (typeof sides)[number], vintage: string): number | undefined =>
  months.find(({ made }) => made.release.id === vintage)?.present.filter((response) => response.side === side)
    .length;

test('a title that rests on a number of an earlier release says of which', () => {
  const older = releases.flatMap((release) =>
    chartIds.flatMap((id) => {
      const figure = figureOf(id, { release, questionnaire, host });
      return figure.findings.flatMap((finding) => {
        const counts =
          finding.kind === 'share' ? [finding.share] : finding.kind === 'difference' ? finding.groups : [];
        const since = counts.flatMap(({ asOf }) => asOf ?? []);
        const said = sayFinding(finding);
        return since.length === 0 || said === undefined ? [] : [{ said, since }];
      });
    }),
  );
  expect(older.length).toBeGreaterThan(0);
  for (const { said, since } of older) for (const asOf of since) expect(said).toContain(`as of ${asOf}`);
});

describe('How many are counted on a side', () => {
  test('is the same in every month, wherever a page says it, or says of which release it is', () => {
    expect(releases.length).toBeGreaterThan(3);
    const carried = new Set<string>();
    for (const release of releases) {
      const source = { release, questionnaire, host };
      const said: (readonly [(typeof sides)[number], string])[] = sides.flatMap((side) => {
        const counted = countedOf(release, side);
        return counted === null ? [] : [[side, countedInWords(counted, release.id)] as const];
      });
      const { title } = describeFigure(figureOf('who-answered', source));
      // Where both numbers are of one month, it is said after both.
      const ofBoth = / answered, as of ([\d.-]+)/.exec(title)?.[1];
      const inTitle = [...title.matchAll(/([\d,]+) (job seekers|employers)(?: as of ([\d.-]+))?/g)].map(
        ([, n = '', people, asOf = ofBoth]) =>
          [
            people === 'employers' ? 'employer' : 'job_seeker',
            asOf === undefined ? n : `${n}, as of ${asOf}`,
          ] as const,
      );
      expect(inTitle.length).toBeGreaterThan(0);
      const outcome = figureOf('outcome', source);
      const bars = outcome.form === 'ladder' ? outcome.series.filter((one) => !isWithheld(one)) : [];
      const inBars = bars.map(
        ({ n, asOf }) => ['job_seeker', asOf === undefined ? `${n}` : `${n}, as of ${asOf}`] as const,
      );
      for (const [side, words] of [...said, ...inTitle, ...inBars]) {
        const [n, asOf = release.id] = words.split(', as of ');
        expect(`${side} ${n}, ${asOf}`).toBe(`${side} ${truth(side, asOf)}, ${asOf}`);
        expect(asOf <= (countedOf(release, side)?.vintage ?? '')).toBe(true);
        if (asOf !== release.id) carried.add(`${release.id} ${side}`);
      }
    }
    // Otherwise this has compared nothing that was carried.
    expect(carried.size).toBeGreaterThan(0);
  });

  test('is the newest that is printed, where the steps before it are withheld or older', () => {
    const [release] = releases.slice(-1);
    if (release === undefined) throw new Error('Nothing was released.');
    const older = withholding(release, chainName('job_seeker'));
    expect(countedOf(older, 'job_seeker')).toEqual(countedOf(release, 'job_seeker'));
  });

  test('is the same in the head of a release, which is read without its catalogue', () => {
    for (const release of releases) {
      const { counted } = releaseHead(`x/${release.id}/release.json`, releaseText(release));
      for (const side of sides) expect(counted[side]).toEqual(countedOf(release, side));
    }
  });

  test('is not known before the first release', () => {
    for (const side of sides) expect(countedOf(noRelease(), side)).toBeNull();
  });
});
