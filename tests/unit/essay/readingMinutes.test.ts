import { expect, test } from 'vitest';
import { readingMinutes } from '../../../src/essay/readingMinutes.ts';

test.each([
  ['en-GB', 'Nobody told me why. ', 119],
  ['ja', '誰も理由を教えてくれなかった。', 60],
  ['zh', '没有人告诉我原因。', 100],
  ['th', 'ไม่มีใครบอกเหตุผลกับฉัน ', 80],
  ['ar', 'لم يخبرني أحد بالسبب. ', 119],
])('a text in %s takes minutes, however its script parts words', (lang, sentence, times) => {
  const minutes = readingMinutes(sentence.repeat(times), lang);
  expect(minutes).toBeGreaterThanOrEqual(2);
  expect(minutes).toBeLessThanOrEqual(3);
});

test('what no reader reads takes none', () => {
  const unread = '{/* words */} <Chart id="a" before="b" /> [](https://example.org/a/long/address) ';
  expect(readingMinutes(unread.repeat(500), 'en-GB')).toBe(1);
});
