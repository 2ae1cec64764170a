import type { Channel } from './channel.ts';

/** What each channel means, as the methodology and the data package say it. */
export const channelLabels: Readonly<Record<Channel, string>> = {
  direct: 'no link of ours, or one that names no channel',
  linkedin: 'LinkedIn',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  whatsapp: 'WhatsApp',
  facebook: 'Facebook',
  reddit: 'Reddit',
  email: 'an e-mail',
  newsletter: 'a newsletter',
  feed: 'a feed',
  university: 'a university',
  shared: 'a link that a reader copied or handed to another app',
  embed: 'a chart or an invitation on another site',
  essay: 'an essay here',
  chart: 'a chart here',
  thanks: 'the thank-you after the survey',
  poster: 'a poster',
  other: 'a link with a channel that is on no list',
};
