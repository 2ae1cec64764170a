import { hash } from 'node:crypto';

/** What a number is for: seed, side, number of the respondent, variable. Equal paths give equal numbers, always. */
export type SeedPath = readonly (string | number)[];

const digest = (path: SeedPath): Buffer => hash('sha256', JSON.stringify(path), 'buffer');

const FORTY_EIGHT_BITS = 2 ** 48;

/**
 * A pseudo-random number from 0 (included) to 1 (excluded), deterministic: the same for the same path on every machine.
 *
 * It is the SHA-256 of the path and not a random number generator, for two reasons. SHA-256 is a standard
 * (https://doi.org/10.6028/NIST.FIPS.180-4), so no new version of a library can change the committed sample. And a number
 * depends on its path, not on its place in a sequence: a question added later changes no other answer of the same person.
 * 48 bits are used because a double holds them exactly; no step uses Math.log, Math.exp and the like, whose last digit
 * is implementation-defined (https://tc39.es/ecma262/#sec-function-properties-of-the-math-object).
 */
export const randomShare = (path: SeedPath): number => digest(path).readUIntBE(0, 6) / FORTY_EIGHT_BITS;

/** 64 hexadecimal digits that look like the SHA-256 of a receipt code and belong to none. */
export const randomReceipt = (path: SeedPath): string => digest(path).toString('hex');

/** A UUID with the version and variant of a random one (https://www.rfc-editor.org/rfc/rfc9562#section-5.4). */
export function randomUuid(path: SeedPath): string {
  const bytes = digest(path).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * One of the names, with a probability proportional to its weight.
 * Throws when no weight is above zero.
 */
export function randomPick(weights: readonly (readonly [string, number])[], path: SeedPath): string {
  const possible = weights.filter(([, weight]) => weight > 0);
  const total = possible.reduce((sum, [, weight]) => sum + weight, 0);
  let left = randomShare(path) * total;
  for (const [name, weight] of possible) {
    if (left < weight) return name;
    left -= weight;
  }
  // Rounding can leave a remainder, which belongs to the last one.
  const last = possible.at(-1);
  if (last === undefined)
    throw new Error(`There is nothing to draw for ${path.join(', ')}: every weight is zero.`);
  return last[0];
}
