import { describe, expect, test } from 'vitest';
import { channelOf, channels, fromChannel } from '../../../src/survey/channel.ts';

test.each([
  ['https://why.example/', 'https://why.example/?from=linkedin'],
  ['/why/survey/job-seeker/', '/why/survey/job-seeker/?from=linkedin'],
  ['/charts/told-by-stage/#asked?', '/charts/told-by-stage/?from=linkedin#asked?'],
  ['/toolkit/?stage=1#letter', '/toolkit/?stage=1&from=linkedin#letter'],
  ['https://why.example/survey/?from=essay', 'https://why.example/survey/?from=linkedin'],
])('a link to %s says where it stands', (address, link) => {
  expect(fromChannel(address, 'linkedin')).toBe(link);
});

describe('the channel of an address', () => {
  test.each(channels.filter((channel) => channel !== 'direct' && channel !== 'other'))(
    '%s is read as it was written',
    (channel) => {
      const link = fromChannel('https://why.example/charts/told-by-stage/', channel);
      expect(channelOf(new URL(link).searchParams.get('from'))).toBe(channel);
    },
  );

  test.each([
    [null, 'direct'],
    ['', 'direct'],
    ['friend', 'other'],
    ['LinkedIn', 'other'],
  ])('is %s as %s', (from, channel) => {
    expect(channelOf(from)).toBe(channel);
  });
});
