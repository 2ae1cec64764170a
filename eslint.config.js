import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { noNewerBuiltIns } from './scripts/browsers/noNewerBuiltIns.ts';

export default defineConfig(
  // What peers are made of is written as they show it, in packages that npm ci does not install.
  { ignores: ['dist/', '.astro/', '.cache/', '.supabase-local/', '**/node_modules/', 'bench/peers/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // Numbers are what this site prints; a number in a sentence is not a mistake.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    // What a browser alone runs. tests/build/floor.test.ts reads all that it runs, packages included, as it was built.
    files: ['src/{api,browser,compare,receipt,thread}/**/*.ts', 'src/components/*/client/**/*.ts'],
    plugins: { browsers: { rules: { 'no-newer-built-ins': noNewerBuiltIns } } },
    rules: { 'browsers/no-newer-built-ins': 'error' },
  },
  {
    files: ['tests/browser/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'CallExpression[callee.property.name=/^unroute/]',
          'CallExpression[callee.property.name="route"] > ObjectExpression > Property[key.name="times"]',
        ].map((selector) => ({
          selector,
          message: 'Requests that begin while a route is taken off hang: use intercept().',
        })),
      ],
    },
  },
  ...astro.configs.recommended,
  ...astro.configs['jsx-a11y-strict'],
  {
    files: ['**/*.astro'],
    rules: {
      // A region that scrolls must be reachable by keyboard: https://www.w3.org/WAI/WCAG22/Understanding/keyboard
      'astro/jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region'] }],
    },
  },
  {
    // A site may lie in a folder of its host, and a link to its root would then lead out of it.
    files: ['src/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'JSXAttribute[name.name=/^(href|src|action|poster)$/] > Literal[value=/^\\u002f/]',
          'JSXAttribute[name.name=/^(href|src|action|poster)$/] > JSXExpressionContainer > Literal[value=/^\\u002f/]',
          'JSXAttribute[name.name=/^(href|src|action|poster)$/] > JSXExpressionContainer > TemplateLiteral[quasis.0.value.raw=/^\\u002f/]',
          'CallExpression[callee.name="fetch"] > Literal[value=/^\\u002f/]',
          'NewExpression[callee.name="URL"] > Literal[value=/^\\u002f/]:first-child',
        ].map((selector) => ({
          selector,
          message: 'Addresses are made by onSite() or addressIn() (src/address.ts).',
        })),
      ],
    },
  },
  {
    files: ['src/components/page/Table.astro'],
    rules: {
      // Its rows are shown as cards on phones, and Safari drops the role of a table’s part whose display is changed.
      'astro/jsx-a11y/no-redundant-roles': 'off',
      'astro/jsx-a11y/no-interactive-element-to-noninteractive-role': 'off',
    },
  },
);
