import { globSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importViolations } from './violations.ts';

test('imports go one way, without a circle, and nothing that a browser loads needs Node', () => {
  const files = globSync(['{src,scripts,bench,tests}/**/*.{ts,astro,mdx}', 'public/**/*.js'], {
    exclude: ['bench/node_modules', 'bench/peers'],
  }).map((file) => file.split(sep).join('/'));
  expect(files.length).toBeGreaterThan(500);
  const sources = Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]));
  expect(importViolations(sources)).toEqual([]);
});

/** A page whose front matter is this. */
const page = (code: string) => `---\n${code}\n---\n<p/>`;

describe('a room', () => {
  test.each([
    [
      'src/charts/bars/bars.ts',
      `import Bars from '../../components/charts/Bars.astro';`,
      'charts may not import components.',
    ],
    [
      'src/survey/kinds/single.ts',
      `import type { Row } from '../../release/row.ts';`,
      'survey may not import release.',
    ],
    ['src/survey/answers.ts', `import * as z from 'zod';`, 'survey may not import this package.'],
    [
      'src/statistics/wilson.ts',
      `import { readFileSync } from 'node:fs';`,
      'statistics may not import this package.',
    ],
    ['src/release/rules.ts', `export { theme } from '../charts/theme.ts';`, 'release may not import charts.'],
    [
      'src/components/page/Foot.astro',
      page(`import Page from '../../layouts/Page.astro';`),
      'components may not import layouts.',
    ],
    [
      'src/layouts/Page.astro',
      page(`const pages = import.meta.glob('../pages/*.astro');`),
      'layouts may not import pages.',
    ],
    [
      'src/layouts/Page.astro',
      page(`const all = import.meta.glob(['../styles/*.css', '../pages/*.astro']);`),
      'layouts may not import pages.',
    ],
    [
      'src/pages/index.astro',
      page(`import { open } from '../../tests/open.ts';`),
      'src may not import tests.',
    ],
    [
      'src/pages/index.astro',
      page(`const run = () => import('../../scripts/sample.ts');`),
      'src may not import scripts.',
    ],
    [
      'src/charts/svg.ts',
      `import { createCanvas } from '@napi-rs/canvas';`,
      'only src/charts/canvas/skia.ts may import @napi-rs/canvas.',
    ],
    [
      'src/components/survey/Send.astro',
      `<p/><script>import { createClient } from '@supabase/supabase-js';</script>`,
      'only src/api/supabase.ts may import @supabase/supabase-js.',
    ],
    [
      'src/release/read.ts',
      `import { getCollection } from 'astro:content';`,
      'release may not use what exists only inside an Astro build.',
    ],
    [
      'src/content/essays/why.mdx',
      `---\ntitle: Why\n---\nimport { theme } from '../../charts/theme.ts';\n`,
      'content may not import charts.',
    ],
    ['src/utils/date.ts', `import a from './a.ts';`, 'src/utils is not a room of this house'],
    [
      'src/submitResponse.ts',
      `import a from './site.ts';`,
      'src/submitResponse.ts lies loose in src: give it a room.',
    ],
    ...['charts', 'figures', 'words'].map((room): [string, string, string] => [
      `src/${room}/percent.ts`,
      `import { submitResponse } from '../api/submitResponse.ts';`,
      `${room} may not import api.`,
    ]),
    [
      'src/charts/render.ts',
      `import { describe } from '../words/describe.ts';`,
      'charts may name types of words and call nothing of it.',
    ],
    [
      'scripts/server/visit.ts',
      `import { chromium } from '../../tests/browser/harness/chromium.ts';`,
      'scripts may not import tests.',
    ],
    [
      'bench/visit.ts',
      `import { chromium } from '../tests/browser/harness/chromium.ts';`,
      'bench may not import tests.',
    ],
    ['scripts/start.ts', `import { median } from '../bench/rounds.ts';`, 'scripts may not import bench.'],
    [
      'src/pages/index.astro',
      page(`import { median } from '../../bench/rounds.ts';`),
      'src may not import bench.',
    ],
    [
      'src/components/charts/Copy.astro',
      `<p/><script src="./copyText.ts"></script>`,
      'move it to a client folder or to src/browser.',
    ],
  ])('may not: %s, %s', (path, text, sentence) => {
    expect(importViolations({ [path]: text })).toEqual([expect.stringContaining(sentence)]);
  });

  test('is told the whole sentence', () => {
    expect(importViolations({ 'src/charts/ladder.ts': `import { a } from '../components/a.ts';` })).toEqual([
      'src/charts/ladder.ts imports src/components/a.ts: charts may not import components.',
    ]);
  });

  test('may import what stands before it, and name types of words in charts', () => {
    const sources = {
      'src/pages/index.astro': `---\nimport Page from '../layouts/Page.astro';\nimport { getCollection } from 'astro:content';\n---\n<Page/>`,
      'src/layouts/Page.astro': `---\nimport '../styles/tokens.css';\nimport Foot from '../components/page/Foot.astro';\n---\n<Foot/>`,
      'src/charts/ladder.ts': `import { wilson } from '../statistics/wilson.ts';\nimport type { Words } from '../words/words.ts';\nimport { Chart } from 'chart.js';`,
      'src/survey/answers.ts': `import * as z from 'zod/mini';`,
      'scripts/release.ts': `import { wilson } from '../src/statistics/wilson.ts';`,
      'bench/bench.ts': `import { release } from '../scripts/release.ts';`,
      'tests/unit/bench.test.ts': `import { bench } from '../../bench/bench.ts';`,
    };
    expect(importViolations(sources)).toEqual([]);
  });
});

describe('what a browser loads', () => {
  const thread = { 'src/components/thread/Thread.astro': `<script src="./client/near.ts"></script>` };
  const cannot = 'a browser cannot run the last of these.';

  test('is followed from a script to the canvas', () => {
    const sources = {
      'src/components/charts/Live.astro': `<script>import { live } from './client/live.ts';</script>`,
      'src/components/charts/client/live.ts': `import { draw } from '../../../charts/canvas/skia.ts';`,
      'src/charts/canvas/skia.ts': `import { createCanvas } from '@napi-rs/canvas';`,
    };
    expect(importViolations(sources)).toEqual([
      `src/components/charts/client/live.ts → src/charts/canvas/skia.ts → @napi-rs/canvas: ${cannot}`,
    ]);
  });

  test('is followed through an address that Vite builds, such as a worker’s', () => {
    const sources = {
      ...thread,
      'src/components/thread/client/near.ts': `import address from './open.ts?worker&url';`,
      'src/components/thread/client/open.ts': `import { open } from '../../../thread/open.ts';`,
      'src/thread/open.ts': `import { readFileSync } from 'node:fs';`,
    };
    expect(importViolations(sources)).toContain(
      `src/components/thread/client/open.ts → src/thread/open.ts → node:fs: ${cannot}`,
    );
  });

  test.each([
    ['a worker', `new Worker(new URL('./solve.ts', import.meta.url));`],
    ['a dynamic import', `const load = () => import('./solve.ts');`],
    ['a glob', `const all = import.meta.glob('./s*.ts');`],
  ])('is followed through %s', (_, text) => {
    const sources = {
      'src/pages/survey.astro': `<script src="../browser/start.ts"></script>`,
      'src/browser/start.ts': text,
      'src/browser/solve.ts': `import { createHash } from 'node:crypto';`,
    };
    expect(importViolations(sources)).toContain(`src/browser/solve.ts → node:crypto: ${cannot}`);
  });

  test('is read also where no page reaches it yet', () => {
    expect(importViolations({ 'src/browser/keep.ts': `import { readFileSync } from 'node:fs';` })).toEqual([
      `src/browser/keep.ts → node:fs: ${cannot}`,
    ]);
  });

  test('may name a type of what it cannot run', () => {
    const sources = {
      'src/components/charts/client/live.ts': `import type { Picture } from '../../../charts/canvas/skia.ts';`,
      'src/charts/canvas/skia.ts': `import { createCanvas } from '@napi-rs/canvas';`,
    };
    expect(importViolations(sources)).toEqual([]);
  });
});

describe('a circle', () => {
  test('is refused, types included', () => {
    const sources = {
      'src/figures/figure.ts': `import type { Bars } from './bars.ts';`,
      'src/figures/bars.ts': `import { share } from './share.ts';`,
      'src/figures/share.ts': `import type { Figure } from './figure.ts';`,
    };
    expect(importViolations(sources)).toEqual([
      'src/figures/bars.ts, src/figures/figure.ts, src/figures/share.ts import one another in a circle.',
    ]);
  });

  test('is found between parts of the site whose files stand in none', () => {
    const sources = {
      'src/components/page/Head.astro': page(`import { feedLink } from '../thread/feedLink.ts';`),
      'src/components/thread/feedLink.ts': '',
      'src/components/thread/Thread.astro': page(`import Aside from '../page/Aside.astro';`),
      'src/components/page/Aside.astro': '<aside/>',
    };
    expect(importViolations(sources)).toEqual([
      'src/components/page, src/components/thread import one another in a circle.',
    ]);
  });

  test('is not two ways to one file', () => {
    const sources = {
      'src/figures/figure.ts': `import './bars.ts';\nimport './share.ts';`,
      'src/figures/bars.ts': `import './share.ts';`,
      'src/figures/share.ts': '',
    };
    expect(importViolations(sources)).toEqual([]);
  });
});
