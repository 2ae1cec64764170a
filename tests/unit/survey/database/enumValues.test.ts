import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addValues, enumOf, enumsAfter, lostValues } from '../../../../src/survey/database/enumValues.ts';

test('values are put where the code has them', () => {
  expect(addValues('private.a', ['c', 'e'], ['a', 'b', 'c', 'd', 'e', 'f'])).toEqual([
    "alter type private.a add value if not exists 'a' before 'c';",
    "alter type private.a add value if not exists 'b' after 'a';",
    "alter type private.a add value if not exists 'd' after 'c';",
    "alter type private.a add value if not exists 'f' after 'e';",
  ]);
});

test('a value that is gone is named, whatever else is new', () => {
  expect(lostValues('private.a', ['a', 'b'], ['b', 'c'])).toMatch(
    /^The type private\.a has lost 'a', .* put back/,
  );
  expect(lostValues('private.a', ['a', 'b'], ['c', 'b', 'a'])).toBeUndefined();
});

test('what the statements leave is what was wanted, in order', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_]{0,5}$/), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      names.chain((wanted) => fc.tuple(fc.constant(wanted), fc.shuffledSubarray(wanted, { minLength: 1 }))),
      ([wanted, some]) => {
        // Types are kept in order; only their first version decides what was there.
        const present = wanted.filter((value) => some.includes(value));
        const created = `create type private.a as enum (${present.map((value) => `'${value}'`).join(', ')});`;
        expect(enumOf(created)?.values).toEqual(present);
        expect(enumsAfter([created, ...addValues('private.a', present, wanted)]).get('private.a')).toEqual(
          wanted,
        );
      },
    ),
  );
});
