import { expect, test } from 'vitest';
import { jsonLd } from '../../../src/components/page/jsonLd.ts';

test('a text that would end the script element stays inside it, and reads the same', () => {
  const value = { name: '</script><script>alert(1)</script><!-- ' };
  const written = jsonLd(value);
  expect(written).not.toContain('<');
  expect(JSON.parse(written)).toEqual(value);
});
