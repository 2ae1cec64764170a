import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeReceiptCode, receiptBytes, receiptGroups } from '../../../src/receipt/receiptCode.ts';
import { isSlipAlready, receiptLength, receiptSlip } from '../../../src/receipt/receiptSlip.ts';

const code = makeReceiptCode(new Uint8Array(receiptBytes).map((_, index) => index * 13 + 7));
const anyCode = fc
  .uint8Array({ minLength: receiptBytes, maxLength: receiptBytes })
  .map((bytes) => makeReceiptCode(bytes));

test('a code has as many symbols as the page says', () => {
  expect(code).toHaveLength(receiptLength);
});

describe('A code as people write it is not called mistyped', () => {
  test.each([
    ['in lower case', code.toLowerCase()],
    ['in groups with hyphens', receiptGroups(code).join('-')],
    ['with spaces and a line break', receiptGroups(code).join(' \n')],
    ['with dashes of a word processor', receiptGroups(code).join('–')],
    ['with O for 0 and l for 1', code.replaceAll('0', 'O').replaceAll('1', 'l')],
    [
      'in full-width letters',
      code.replace(/[A-Z]/, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)),
    ],
    ['as the line of our own file', `Receipt code: ${receiptGroups(code).join('-')}`],
    ['as a line of somebody’s notes', `My receipt code for the survey = ${code}`],
    ['as a label in capitals', `RECEIPT CODE\t${code}`],
    ['in straight quotes', `"${receiptGroups(code).join('-')}"`],
    ['in curly quotes', `“${code}”`],
    ['in single quotes', `‘${code}’`],
    ['in guillemets', `«${code}»`],
    ['with a full stop', `${receiptGroups(code).join('-')}.`],
    ['with a comma and in brackets', `(${code}),`],
    ['with zero-width spaces', receiptGroups(code).join('\u200b')],
    ['with a byte order mark and a soft hyphen', `\ufeff${receiptGroups(code).join('\u00ad')}`],
    ['with marks of writing direction', `\u2066${code}\u2069`],
    ['with hyphens that do not break', receiptGroups(code).join('\u2011')],
    ['with minus signs', receiptGroups(code).join('−')],
    ['with no-break spaces', receiptGroups(code).join('\u00a0')],
    ['as code in a chat', `\`${code}\``],
    ['as a bold line of a list', `- **${code}**`],
  ])('%s', (_, text) => {
    expect(receiptSlip(text)).toBeNull();
    expect(isSlipAlready(text)).toBe(false);
  });
});

test('any one wrong symbol and any two in each other’s place are noticed', () => {
  fc.assert(
    fc.property(anyCode, fc.nat(27), fc.nat(27), fc.nat(30), (right, a, b, step) => {
      const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
      const other = symbols.charAt((symbols.indexOf(right.charAt(a)) + 1 + step) % 32);
      const wrong = right.slice(0, a) + other + right.slice(a + 1);
      expect(receiptSlip(wrong)).toMatch(/mistyped/);
      const swapped = Array.from(right);
      [swapped[a], swapped[b]] = [right.charAt(b), right.charAt(a)];
      if (right.charAt(a) !== right.charAt(b)) expect(isSlipAlready(swapped.join(''))).toBe(true);
    }),
  );
});

test.each([
  ['', 'Type or paste your receipt code.', false],
  ['   ', 'Type or paste your receipt code.', false],
  [code.slice(0, 27), 'A receipt code has 28 letters and figures. This one has 27.', false],
  [`${code}0`, 'A receipt code has 28 letters and figures. This one has 29.', true],
  [`${code.slice(0, 20)}U`, '“U” is in no receipt code. Compare what you typed with your copy.', true],
  [`${code.slice(0, 3)}!`, '“!” is in no receipt code. Compare what you typed with your copy.', true],
])('%j: %s', (text, sentence, already) => {
  expect(receiptSlip(text)).toBe(sentence);
  expect(isSlipAlready(text)).toBe(already);
});
