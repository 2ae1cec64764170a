import { describe, expect, test } from 'vitest';
import { estimateOf } from '../../../src/release/catalogue.ts';
import { describe as inWords } from '../../../src/words/describe.ts';
import { isWithheld } from '../../../src/figures/parts.ts';
import { inTen } from '../../../src/figures/estimates/betweenSides.ts';
import { chartIds, figureOf, pictureIds } from '../../../src/figures/estimates/figureOf.ts';
import { renderSvg } from '../../../src/charts/render.ts';
import type { Source } from '../../../src/figures/estimates/source.ts';
import type { Release } from '../../../src/release/release.ts';
import { composed, telling } from '../../examples/hiddenCounts.ts';
import { withCounts, withholding } from '../../examples/release.ts';
import { described } from '../../examples/figureParts.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

/** The sample with the counts of one series replaced; what the sums say follows. */
const changed = (name: string, counts: Record<string, number>): Source => ({
  ...sampleSource,
  release: withCounts(sampleSource.release, name, counts, {}),
});

/** Each rung of the ladder with so many people. */
const ladder = (none: number, form: number, generic: number, specific: number, actionable: number) => ({
  none,
  form,
  generic,
  specific,
  actionable,
});

const ladderRows = (source: Source) => inWords(figureOf('explanation-ladder', source)).table.rows;

/** The same where one table is of an earlier release. */
const carriedOver = (source: Source, name: string): Source => ({
  ...source,
  release: {
    ...source.release,
    tables: source.release.tables.map((table) =>
      table.table === name ? { ...table, vintage: '2026-10', carried: true } : table,
    ),
  },
});

test('the ladder adds up the endings without a reason about the person, and says “in the end”', () => {
  const figure = figureOf(
    'explanation-ladder',
    changed('E3 job_seeker_interviewed', ladder(17, 28, 20, 14, 8)),
  );
  if (figure.form !== 'ladder') throw new Error('The ladder is not there.');
  const [seekers] = figure.series;
  if (seekers === undefined || isWithheld(seekers)) throw new Error('Job seekers are not there.');
  expect(seekers.sum).toMatchObject({ x: 65, n: 87 });
  expect(inWords(figure).title).toBe(
    'After an interview, three quarters of people not hired got no specific reason (65 of 87 job seekers here)',
  );
  expect(inWords(figure).howToRead).toContain('in the end');
});

test('its table has both steps, and what asking added', () => {
  const end = changed('E3 job_seeker_interviewed', ladder(17, 28, 20, 14, 8));
  const steps = (specific: number): Source => ({
    ...end,
    release: withCounts(end.release, 'E3 job_seeker_interviewed_at_no', ladder(25, 30, 23, specific, 8), {}),
  });
  const rows = ladderRows(steps(1));
  expect(rows.filter(({ group }) => group).map(({ label }) => label)).toEqual(['In the end', 'With the no']);
  const reasons = rows.filter(({ label }) => label === 'A reason about the person');
  expect(reasons.map(({ cells: [share] }) => share)).toEqual(['16% (14)', 'fewer than 5']);
  expect(rows.at(-1)).toMatchObject({ label: 'Reasons about the person that asking added' });
  expect(rows.at(-1)?.cells[0]).toBe('13');
  expect(ladderRows(steps(5)).at(-1)?.cells[0]).toBe('9');
  // Four whom nobody could tell what came with the no: no count from 1 to 4 is printed.
  expect(ladderRows(steps(10)).at(-1)?.cells[0]).toBe('fewer than 5');
  expect(ladderRows(carriedOver(steps(5), 'E3 job_seeker_interviewed_at_no')).at(-1)?.cells[0]).toBe(
    'not shown',
  );
});

test('how it ended has six answers and is read for a no that was said, never for silence', () => {
  const figure = figureOf('outcome', sampleSource);
  if (figure.form !== 'ladder') throw new Error('The bar is not there.');
  const [bar] = figure.series;
  if (bar === undefined || isWithheld(bar)) throw new Error('Job seekers are not there.');
  expect(bar.parts.map(({ code }) => code)).toEqual([
    'rejected_told',
    'silent',
    'open',
    'cancelled',
    'withdrew',
    'offered',
  ]);
  expect(inWords(figure).title).toMatch(
    /^Of the applications described here, \d+% ended in a no and \d+% in an offer \([\d,]+ and [\d,]+ of [\d,]+\)$/,
  );
});

test('what came of asking is of those who asked, counts first, with how many asked beside it', () => {
  const asked = changed('E6 job_seeker', { noreply: 40, vague: 36, useful: 21 });
  const release = withCounts(
    asked.release,
    'E6 job_seeker_asked',
    { no: 201, no_contact: 20, asked: 97 },
    {},
  );
  const figure = figureOf('asking', { ...asked, release });
  if (figure.form !== 'ladder') throw new Error('The bars are not there.');
  const [seekers] = figure.series;
  expect(seekers).toMatchObject({ n: 97, beside: '97 of 318 asked (31%)' });
  const { alt, table } = inWords(figure);
  expect(alt).toContain('21 of 97 (22%) told something specific');
  expect(renderSvg(described(figure), 'wide')).toContain('21 of 97 (22%) told something specific');
  const row = table.rows.find(({ label }) => label === 'Asked');
  expect(row?.cells[0]).toBe('31% (97)');
});

test('known and not said is a kind sentence, and its bars have bases of their own', () => {
  const source = changed('E18 employer_told', { then: 38, asked: 14, not: 88 });
  const { title, table } = inWords(figureOf('known-not-said', source));
  expect(title).toBe(
    '37% of the employers here with a specific reason for a no gave it to the candidate (52 of 140 who know whether it was given)',
  );
  const [first, second] = table.rows.flatMap(({ label, cells: [cell] }) =>
    label === 'Answered' ? [cell] : [],
  );
  expect(first).toBe('140');
  expect(second).not.toBe('140');
  expect(table.rows.flatMap(({ cells }) => cells)).not.toContain('not offered');
});

test('no need is no barrier: it stands last and is in no title, however many say so', () => {
  const source = changed('E13 e_barriers_enough', { yes: 450, no: 12 });
  const { title, table } = inWords(figureOf('barriers', source));
  expect(table.rows.at(-1)?.label).toBe('No need: I give as much as is right');
  expect(title).not.toContain('No need');
  const shares = table.rows.slice(0, -1).map(({ cells: [share = ''] }) => Number(/^\d+/.exec(share)?.[0]));
  expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  const others = estimateOf('barriers').series.flatMap(({ id }) =>
    id === 'e_barriers_enough' ? [] : [`E13 ${id}`],
  );
  const alone = figureOf('barriers', { ...source, release: withholding(source.release, ...others) });
  expect(inWords(alone).title).toBe('What gets in the way: 462 people so far');
});

test('those of whom it is not known whether a reason was passed on are in the bounds and in the note', () => {
  const counts = { then: 38, asked: 14, not: 88 };
  const release = withCounts(sampleSource.release, 'E18 employer_told', counts, {
    unknown: 40,
  });
  const { alt, notes, table } = inWords(figureOf('known-not-said', { ...sampleSource, release }));
  const bounds = table.rows.find(({ label }) => label === 'If all who did not say had said yes, or none');
  expect(bounds?.cells).toEqual(['29–51%', '']);
  // 52 of 180 at least, 92 of 180 at most.
  expect(alt).toContain('bounds 29–51% if all had answered');
  expect(notes.join()).toContain(
    '40 others had a reason and did not or could not say whether it was passed on',
  );
});

test('who answered is a fact and has no range, in words, table or picture', () => {
  const figure = figureOf('who-answered', sampleSource);
  const { alt, table, footing } = inWords(figure);
  expect(table.columns).toEqual([
    { heading: 'Job seekers', beside: ['base'] },
    { heading: 'Employers', beside: ['base'] },
  ]);
  expect([alt, table.caption].join()).not.toMatch(/range/i);
  expect(footing.hatching).toBeUndefined();
  for (const size of ['wide', 'narrow'] as const)
    expect(renderSvg(described(figure), size).replace(/aria-label="[^"]*"/, '')).not.toMatch(/\d–\d+%|range/);
});

test('who answered is shares of everybody, and those too few to show stand with those who did not say', () => {
  const release = composed(
    sampleSource.release,
    'E16 job_seeker_level3',
    { entry: 20, experienced: 60, leading: 'small_base' },
    40,
  );
  const { rows } = inWords(figureOf('who-answered', { ...sampleSource, release })).table;
  const level = rows.slice(1, 5).map(({ label, cells: [cell, answered] }) => [label, cell, answered]);
  expect(level).toEqual([
    ['Entry level', '17% (20)', '120'],
    ['Experienced', '50% (60)', '120'],
    ['Managers and directors', 'Counted in the last row', ''],
    ['Did not say, or too few to show', '33% (40)', '120'],
  ]);
});

test('who answered has its own date', () => {
  const old = composed(sampleSource.release, 'E16 employer_size3', { small: 70, medium: 30, large: 20 }, 0);
  const release = {
    ...old,
    tables: old.tables.map((table) =>
      table.table === 'E16 employer_size3' ? { ...table, vintage: '2026-10', carried: true } : table,
    ),
  };
  const { rows } = inWords(figureOf('who-answered', { ...sampleSource, release })).table;
  const small = rows.find(({ label }) => label === 'Under 50 people');
  expect(small?.cells.at(-1)).toBe('120, as of 2026-10');
});

test('the curve counts those who never heard, as the protocol’s worked example does', () => {
  const source = changed('E2 job_seeker_45_days', {
    d2: 9,
    d7: 21,
    d14: 19,
    d30: 17,
    d45: 8,
    later: 10,
    never: 96,
  });
  const figure = figureOf('told-by-day', source);
  // Silence is what the chart is read for: 106 of 180, the rest of the 74 that were told.
  expect(inWords(figure).title).toBe(
    'Six in ten people with no offer had no answer 45 days after their last step (106 of 180 job seekers here)',
  );
  const [series] = figure.form === 'curve' ? figure.series : [];
  if (series === undefined || isWithheld(series)) throw new Error('The curve is not there.');
  const [, week, fortnight, , last] = series.parts;
  expect(week).toMatchObject({ upTo: 7, x: 30, n: 180 });
  expect(week?.lo).toBeCloseTo(0.119312, 6);
  expect(week?.hi).toBeCloseTo(0.227952, 6);
  expect(fortnight?.lo).toBeCloseTo(0.212465, 6);
  expect(last?.hi).toBeCloseTo(0.484118, 6);
});

const rowsByStage = (source: Source) => {
  const figure = figureOf('told-by-stage', source);
  if (figure.form !== 'gap') throw new Error('The gap is not there.');
  return figure.rows;
};

const bands = { none: 18, lt25: 30, q25_49: 14, q50_74: 12, q75_99: 16, all: 10 };

test('employers’ bands are an interval, as in the protocol’s example, and chance adds to both its ends', () => {
  const row = rowsByStage(changed('E11 employer_interviewed', bands)).find(({ id }) => id === 'interviewed');
  const employer = row?.employer;
  if (employer === undefined || isWithheld(employer)) throw new Error('Employers are not there.');
  expect(employer.n).toBe(100);
  expect(employer.lower).toBeCloseTo(0.318, 3);
  expect(employer.upper).toBeCloseTo(0.488, 3);
  expect(employer.range.lo).toBeLessThan(0.27);
  expect(employer.range.hi).toBeGreaterThan(0.53);
});

test('two frames of “only applied” are two rows, and employers speak of two stages', () => {
  const rows = rowsByStage(sampleSource);
  expect(rows.map(({ id, employer }) => [id, employer !== undefined])).toEqual([
    ['interviewed', true],
    ['screened', false],
    ['applied', true],
    ['only_applied', false],
  ]);
  const { table } = inWords(figureOf('told-by-stage', sampleSource));
  const screened = table.rows.find(({ label }) => label === 'First call, test or task');
  expect(screened?.cells.slice(3)).toEqual(['not asked', '', '']);
});

describe('Employers counted by how many people they did not hire', () => {
  /** So many employers of each volume, the large ones telling nobody. */
  const weighted = (of: Readonly<Record<string, number>>): Source => ({
    ...sampleSource,
    release: Object.entries(of).reduce((release, [volume, n]) => {
      const none = volume === 'v1000p' ? n : 0;
      const cells = { none, lt25: 0, q25_49: 0, q50_74: 0, q75_99: 0, all: n - none };
      return telling(release, `E11 employer_interviewed_${volume}`, { n, cells });
    }, sampleSource.release),
  });
  const interviewed = (source: Source) => {
    const { table } = inWords(figureOf('told-by-stage', source));
    const labels = table.rows.slice(0, 2).map(({ label }) => label);
    return { row: rowsByStage(source)[0], table, labels };
  };

  test('are the picture where Kish’s number of them is at least 30; the table has both', () => {
    const many = { v1_10: 60, v11_50: 60, v51_200: 60, v201_1000: 60, v1000p: 60 };
    const { row, labels, table } = interviewed(weighted(many));
    // 60 × 1,500 of 60 × 2,260 people: a third are told.
    expect(row?.employer).toMatchObject({
      counted: 'employers counted by how many people they did not hire',
    });
    expect(table.rows[0]?.cells[3]).toBe('34%');
    expect(labels).toEqual([
      'Interviewed; employers counted by how many people they did not hire',
      'Interviewed; each employer counted once',
    ]);
  });

  test('are in the table alone where a few large ones stand for nearly all', () => {
    // No release prints so few of one volume; the picture does not rest on that.
    const few = { v1_10: 200, v11_50: 60, v51_200: 30, v201_1000: 0, v1000p: 10 };
    const { row, labels } = interviewed(weighted(few));
    expect(row?.employer).toMatchObject({ counted: 'each employer counted once' });
    expect(labels).toEqual([
      'Interviewed; each employer counted once',
      'Interviewed; employers counted by how many people they did not hire',
    ]);
  });

  test('are not computed while one volume is withheld, and the note says so', () => {
    const release = withholding(sampleSource.release, 'E11 employer_interviewed_v1000p');
    const { row, labels } = interviewed({ ...sampleSource, release });
    expect(row?.otherwise).toBeUndefined();
    expect(labels).toEqual(['Interviewed', 'First call, test or task']);
    const { notes } = inWords(figureOf('told-by-stage', { ...sampleSource, release }));
    expect(notes.join()).toContain('Not weighted by people: figures of employers');
  });
});

describe('The caption between the sides', () => {
  const twoSided = ['explanation-ladder', 'promise', 'asking', 'waiting', 'how-told'];
  const captionOf = (id: string, source: Source) =>
    inWords(figureOf(id, source)).notes.find((note) => note.startsWith('Each person describes one'));

  test('stands under every chart that sets one process beside one process, and under no other', () => {
    expect(chartIds.filter((id) => captionOf(id, sampleSource) !== undefined).toSorted()).toEqual(
      twoSided.toSorted(),
    );
  });

  test('is computed: sizes of employers on both sides, and who could not say', () => {
    const sizes = (release: Release, side: string, small: number) =>
      composed(release, `E16 ${side}_size3`, { small, medium: 50, large: 'small_base' }, 50);
    const told = (unsure: number) =>
      withCounts(
        sizes(sizes(sampleSource.release, 'employer', 67), 'job_seeker', 43),
        'E3 employer_interviewed',
        ladder(60, 60, 60, 60, 60),
        { unseen: unsure, dk: 3 },
      );
    const caption = captionOf('explanation-ladder', { ...sampleSource, release: told(20) });
    expect(caption).toBe(
      'Each person describes one interview process; the two sides did not describe the same ones. ' +
        'Employers with under 50 people: four in ten of the employers’ processes, three in ten of the job seekers’. ' +
        '23 employers did not or could not say.',
    );
    expect(captionOf('explanation-ladder', { ...sampleSource, release: told(5) })).toContain(
      'Fewer than 10 employers did not or could not say',
    );
    // Each chart counts those who are missing from its own.
    expect(captionOf('waiting', { ...sampleSource, release: told(20) })).toContain(
      '50 employers did not or could not say.',
    );
  });

  test('says of which release a number is that another one carries', () => {
    const older = ['E16 job_seeker_size3', 'E12 employer_interviewed'].reduce(carriedOver, sampleSource);
    const caption = captionOf('waiting', older);
    expect(caption).toMatch(/ of the employers’ processes, .+ of the job seekers’, as of 2026-10\. /);
    expect(caption).toMatch(/ did not or could not say, as of 2026-10\.$/);
    const asking = figureOf('asking', carriedOver(sampleSource, 'E6 job_seeker_asked'));
    const [seekers] = asking.form === 'ladder' ? asking.series : [];
    expect(seekers).toMatchObject({
      beside: expect.stringMatching(/^\d+ of \d+ asked \(\d+%\), as of 2026-10$/) as string,
    });
  });

  test('says nothing of sizes that the release withholds', () => {
    const release = withholding(sampleSource.release, 'E16 employer_size3');
    expect(captionOf('promise', { ...sampleSource, release })).not.toContain('under 50 people');
  });

  test.each([
    [0, 40, 'none'],
    [1, 40, 'fewer than one in ten'],
    [10, 40, 'three in ten'],
    [39, 40, 'more than nine in ten'],
    [40, 40, 'all'],
  ])('says of %i of %i “%s”', (x, n, words) => {
    expect(inTen(x, n)).toBe(words);
  });
});

test('Ontario’s limit is for the interviewed, so it stands on their chart alone, and its alternative says what the law asks for', () => {
  const landmarks = chartIds.filter((id) => {
    const figure = figureOf(id, sampleSource);
    return figure.form === 'curve' && figure.landmark !== undefined;
  });
  expect(landmarks).toEqual(['waiting']);
  const { alt, notes } = inWords(figureOf('waiting', sampleSource));
  expect(alt).toContain(
    'by day 45 employers in Ontario with 25 or more people must tell whoever they interviewed whether they have decided',
  );
  // Once is enough: it stands under the drawing too.
  expect(notes.join()).not.toContain('Ontario');
  for (const size of ['wide', 'narrow'] as const)
    expect(renderSvg(described(figureOf('waiting', sampleSource)), size)).toContain('Ontario’s limit');
});

test('no chart says of employers what they usually do: each describes one person', () => {
  for (const id of pictureIds) {
    const { title, alt, table, howToRead, doesNotShow, notes, differences } = inWords(
      figureOf(id, sampleSource),
    );
    const said = differences.flatMap(({ what, a, b }) => [what, a.who, b.who]);
    const all = [title, alt, table.caption, howToRead, doesNotShow, ...notes, ...said];
    const asked = figureOf(id, sampleSource).asked.flatMap(({ whom, question }) => [whom, question]);
    const labels = table.rows.flatMap(({ label, cells }) => [label, ...cells]);
    expect([...all, ...labels, ...asked].join('\n'), id).not.toMatch(/usual|\*\*|\{/i);
  }
});

test('where more than a tenth did not say, the bounds of the protocol’s rule are printed', () => {
  // 54 yes, 339 no, 74 who did not say: 54 of 467 at least and 128 of 467 at most.
  const name = 'E14 e_has_rule_give';
  const release = withCounts(sampleSource.release, name, { yes: 54, no: 339 }, { dk: 68, blank: 6 });
  const { table, alt } = inWords(figureOf('support', { ...sampleSource, release }));
  const row = table.rows.find(({ label }) => label.startsWith('A written rule that'));
  expect(row?.cells).toEqual(['14% (54)', '11–17%', '12–27%', '393']);
  expect(alt).toContain('bounds 12–27% if all had answered');
  const few = withCounts(sampleSource.release, name, { yes: 54, no: 339 }, { dk: 40, blank: 3 });
  const { rows } = inWords(figureOf('support', { ...sampleSource, release: few })).table;
  expect(rows.find(({ label }) => label.startsWith('A written rule that'))?.cells[2]).toBe('');
});

test('the middle of hours is the class that holds it, and the open last one has no end', () => {
  const cells = { h0_2: 10, h3_5: 0, h6_10: 0, h11_20: 0, h21_40: 5, h41p: 25 };
  const release = telling(sampleSource.release, 'E4 job_seeker_interviewed', { n: 40, cells });
  const { title, table, alt } = inWords(figureOf('hours', { ...sampleSource, release }));
  expect(title).toBe('The typical interviewee here spent more than 40 hours in all (40 who answered)');
  // Ranks 14 and 27 of 40 (protocol 2.3).
  expect(table.rows.slice(0, 2).map(({ cells: [cell] }) => cell)).toEqual([
    'more than 40 hours',
    '21–40 to more than 40 hours',
  ]);
  expect(alt).not.toMatch(/null|undefined|500/);
});

test('a middle of hours that may be 3 or 40 is no title: the deck says between what it lies', () => {
  const cells = (h3_5: number, h21_40: number) => ({
    h0_2: 3,
    h3_5,
    h6_10: 36 - h3_5 - h21_40,
    h11_20: 0,
    h21_40,
    h41p: 1,
  });
  const said = (counts: ReturnType<typeof cells>) => {
    const release = telling(sampleSource.release, 'E4 job_seeker_interviewed', { n: 40, cells: counts });
    const others = ['E4 job_seeker_screened', 'E4 job_seeker_applied'];
    const { title, missing } = inWords(
      figureOf('hours', { ...sampleSource, release: withholding(release, ...others) }),
    );
    return [title, missing];
  };
  expect(said(cells(20, 0))[0]).toMatch(
    / spent 3 to 5 hours on one application, interviews included \(40 who answered\)$/,
  );
  // Ranks 14 and 27 are up to 5 hours and over 20.
  expect(said(cells(16, 15))).toEqual([
    'Hours put in: 40 people so far',
    'Its middle answer may be 3 to 40 hours: too wide for a headline, and more answers would narrow it.',
  ]);
});

test('what is withheld says why: a side not yet released, a small group, or one kept back', () => {
  const status = (vintage: string | null, of: 'small_base' | 'withheld') => {
    const release = {
      ...sampleSource.release,
      tables: sampleSource.release.tables.map((table) =>
        table.table === 'E12 employer_interviewed'
          ? { ...table, vintage, groups: { answered: { status: of } }, rest: null }
          : table,
      ),
    };
    return inWords(figureOf('waiting', { ...sampleSource, release })).alt;
  };
  expect(status(null, 'withheld')).toContain('Too few answers yet: under 50 on this side');
  expect(status('2026-12', 'small_base')).toContain('Too few answers yet: under 30');
  expect(status('2026-12', 'withheld')).toContain('Held back, as it would give away a small group');
});

test('a series carried over from an earlier release says of which, in the picture’s words and in the table', () => {
  const release = {
    ...sampleSource.release,
    tables: sampleSource.release.tables.map((table) => ({ ...table, vintage: '2026-10', carried: true })),
  };
  for (const id of chartIds) {
    const figure = figureOf(id, { ...sampleSource, release });
    expect(renderSvg(described(figure), 'narrow'), id).toContain('as of 2026-10');
    const { table } = inWords(figure);
    expect(table.rows.flatMap(({ cells }) => cells).join(' '), id).toContain('as of 2026-10');
  }
});

test('every chart has a figure, which says that its numbers are made up', () => {
  for (const id of chartIds) {
    const figure = figureOf(id, sampleSource);
    expect(figure.id).toBe(id);
    expect(inWords(figure).alt).toContain('Sample data, made up');
    expect(inWords(figure).table.caption).toContain('Sample data, made up');
  }
});

test('a chart that does not exist is refused with the names of those that do', () => {
  expect(() => figureOf('ghost-rate', sampleSource)).toThrow(
    `There is no chart “ghost-rate”; the charts are ${chartIds.join(', ')}.`,
  );
});

test('a column that holds those who asked and all who were interviewed is named by its side alone', () => {
  const { columns, rows } = inWords(figureOf('asking', sampleSource)).table;
  expect(columns.map(({ heading }) => heading)).toEqual(['Job seekers', 'Employers']);
  expect(rows.flatMap(({ label, group }) => (group === true ? [label] : []))).toEqual([
    'Of those who asked',
    'How many asked, of all who were interviewed',
  ]);
});
