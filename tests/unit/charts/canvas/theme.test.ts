import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { light, variables } from '../../../../src/charts/canvas/theme.ts';

const tokens = readFileSync(new URL('../../../../src/styles/tokens.css', import.meta.url), 'utf8');
const [inTheLight = '', inTheDark = ''] = tokens.split('prefers-color-scheme: dark');

describe('theme', () => {
  it.each(Object.entries(light))('--%s is %s in tokens.css too', (name, value) => {
    expect(new RegExp(`--${name}:\\s*([^;]+);`).exec(inTheLight)?.[1]).toBe(value);
  });

  it.each(Object.keys(light))('--%s has a dark value', (name) => {
    expect(inTheDark).toMatch(new RegExp(`--${name}:\\s*#`));
  });

  it('names its variables like its colours', () => {
    expect(variables.seeker).toBe('var(--seeker)');
    expect(Object.keys(variables)).toEqual(Object.keys(light));
  });
});
