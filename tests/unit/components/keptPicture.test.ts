import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf, keepIn, keptPicture } from '../../../src/components/charts/keptPicture.ts';
import { figureOf, pictureIds } from '../../../src/figures/estimates/figureOf.ts';
import { describe as inWords } from '../../../src/words/describe.ts';
import { sampleSource } from '../../examples/sampleSource.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'no-but-why-pictures-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a picture', () => {
  /** Draws through a new keeper, as another build does. @returns what came, and what was drawn for it */
  function build(code: string, kind: string, shown: unknown) {
    const drawn: unknown[] = [];
    const picture = keepIn(folder, code)(kind, shown, (asked) => {
      drawn.push(asked);
      return Buffer.from(`${code} ${kind} ${JSON.stringify(asked)}`);
    });
    return { picture: picture.toString(), drawn: drawn.length };
  }
  const first = { says: '41% had ever received feedback', numbers: [41] };

  test('is drawn once, and the same bytes come back', () => {
    const { picture, drawn } = build('1', 'figure', first);
    expect(drawn).toBe(1);
    expect(build('1', 'figure', { ...first })).toEqual({ picture, drawn: 0 });
  });

  test.each([
    ['other words', '1', 'figure', { ...first, says: '42% had ever received feedback' }],
    ['another number', '1', 'figure', { ...first, numbers: [42] }],
    ['another kind', '1', 'letter', first],
    ['other code', '2', 'figure', first],
  ])('is drawn anew for %s', (_, code, kind, shown) => {
    const before = build('1', 'figure', first);
    const after = build(code, kind, shown);
    expect(after.drawn).toBe(1);
    expect(after.picture).not.toBe(before.picture);
  });

  test('of code that nobody has built with for a day is removed', () => {
    build('old', 'figure', first);
    build('recent', 'figure', first);
    utimesSync(join(folder, 'old'), 0, 0);
    build('new', 'figure', first);
    expect(readdirSync(folder).sort()).toEqual(['new', 'recent']);
  });

  test('shows plain data, of which no part is left out where it is looked for', () => {
    for (const id of pictureIds) {
      const described = { figure: figureOf(id, sampleSource), words: inWords(figureOf(id, sampleSource)) };
      expect(JSON.parse(JSON.stringify(described)), id).toEqual(described);
    }
  });

  test('is not kept while the code is being edited', () => {
    let drawn = 0;
    for (let i = 0; i < 2; i += 1)
      keptPicture('figure', first, () => {
        drawn += 1;
        return Buffer.from('');
      });
    expect(drawn).toBe(2);
  });
});

describe('the code that draws', () => {
  const files = [
    'src/charts/draw.ts',
    'src/site.ts',
    'node_modules/@napi-rs/canvas/package.json',
    'node_modules/chart.js/package.json',
    'node_modules/@fontsource-variable/newsreader/package.json',
    'node_modules/qr/package.json',
  ];
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  beforeEach(() => {
    for (const file of files) write(file, 'before');
  });

  test.each(files)('has another name once %s is another', (file) => {
    const before = codeOf(folder);
    write(file, 'after');
    expect(codeOf(folder)).not.toBe(before);
  });

  test('has the same name after an essay was edited', () => {
    const before = codeOf(folder);
    write('src/content/essays/why.mdx', 'A reason.');
    expect(codeOf(folder)).toBe(before);
  });

  test('is all of this project’s', () => {
    const before = codeOf('.');
    expect(before).toMatch(/^[0-9a-f]{16}$/);
    expect(before).not.toBe(codeOf(folder));
  });
});
