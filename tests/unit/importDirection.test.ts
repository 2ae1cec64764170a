import { globSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importViolations } from './importDirection.ts';

test('imports in src go one way', () => {
  const files = globSync('src/**/*.{ts,astro,mdx}').map((file) => file.split(sep).join('/'));
  expect(files.length).toBeGreaterThan(10);
  const sources = Object.fromEntries(files.map((file) => [file, readFileSync(file, 'utf8')]));
  expect(importViolations(sources)).toEqual([]);
});

describe('the checker', () => {
  test.each([
    [
      'src/charts/stacks/ladder.ts',
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
      'src/components/page/Head.astro',
      `---\nimport Page from '../../layouts/Page.astro';\n---\n<p/>`,
      'components may not import layouts.',
    ],
    [
      'src/layouts/Page.astro',
      `---\nconst pages = import.meta.glob('../pages/*.astro');\n---\n<p/>`,
      'layouts may not import pages.',
    ],
    [
      'src/pages/index.astro',
      `---\nimport { open } from '../../tests/open.ts';\n---\n<p/>`,
      'nothing in src may import tests.',
    ],
    [
      'src/site.ts',
      `const run = () => import('../scripts/sample.ts');`,
      'nothing in src may import scripts.',
    ],
    [
      'src/charts/svg.ts',
      `import { createCanvas } from '@napi-rs/canvas';`,
      'only src/charts/render.ts may import @napi-rs/canvas.',
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
  ])('catches %s', (path, text, sentence) => {
    expect(importViolations({ [path]: text })).toEqual([expect.stringContaining(sentence)]);
  });

  test('says the whole sentence', () => {
    expect(importViolations({ 'src/charts/ladder.ts': `import { a } from '../components/a.ts';` })).toEqual([
      'src/charts/ladder.ts imports src/components/a.ts: charts may not import components.',
    ]);
  });

  test('follows a browser script to the canvas', () => {
    const sources = {
      'src/components/charts/Explorer.astro': `<script>import { explore } from '../../charts/explore.ts';</script>`,
      'src/charts/explore.ts': `import { draw } from './render.ts';`,
      'src/charts/render.ts': `import { createCanvas } from '@napi-rs/canvas';`,
    };
    expect(importViolations(sources)).toEqual([
      'src/components/charts/Explorer.astro → src/charts/explore.ts → src/charts/render.ts → @napi-rs/canvas: a browser cannot run the last of these.',
    ]);
  });

  test('lets a browser script name a type of it', () => {
    const sources = {
      'src/components/charts/Explorer.astro': `<script>import { explore } from '../../charts/explore.ts';</script>`,
      'src/charts/explore.ts': `import type { Picture } from './render.ts';`,
      'src/charts/render.ts': `import { createCanvas } from '@napi-rs/canvas';`,
    };
    expect(importViolations(sources)).toEqual([]);
  });

  test('lets imports go down', () => {
    const sources = {
      'src/pages/index.astro': `---\nimport Page from '../layouts/Page.astro';\nimport { getCollection } from 'astro:content';\n---\n<Page/>`,
      'src/layouts/Page.astro': `---\nimport '../styles/tokens.css';\nimport Head from '../components/page/Head.astro';\n---\n<Head/>`,
      'src/charts/stacks/ladder.ts': `import { wilson } from '../statistics/wilson.ts';\nimport { Chart } from 'chart.js';`,
      'src/survey/answers.ts': `import * as z from 'zod/mini';`,
    };
    expect(importViolations(sources)).toEqual([]);
  });
});
