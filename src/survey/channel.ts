/**
 * How a person came to the survey, as coarse as it can be useful: by the parameter `from` of the link they followed,
 * never by the referrer (protocol 6.2). Imports nothing: the survey page loads it.
 */
export const channels = [
  'direct',
  'linkedin',
  'bluesky',
  'mastodon',
  'whatsapp',
  'facebook',
  'reddit',
  'email',
  'newsletter',
  'feed',
  'university',
  // A link that a reader copied, or handed to another app.
  'shared',
  'embed',
  'essay',
  'chart',
  'thanks',
  'poster',
  'other',
] as const;

export type Channel = (typeof channels)[number];

/** What a link can say. */
export type LinkChannel = Exclude<Channel, 'direct'>;

/**
 * An address of ours that says where its link stands, for every link that leaves the site or leads to the survey. What a
 * page says of its own address (canonical, og:url, oEmbed) stays without.
 * @param address absolute or from the root of the host, with or without a query and a fragment; a channel in it is replaced
 */
export function fromChannel(address: string, channel: LinkChannel): string {
  const [, page = '', query = '', fragment = ''] = /^([^?#]*)\??([^#]*)(.*)$/.exec(address) ?? [];
  const parameters = new URLSearchParams(query);
  parameters.set('from', channel);
  return `${page}?${parameters.toString()}${fragment}`;
}

/** The channel that the parameter `from` names: `direct` without one, `other` for one that is on no list. */
export const channelOf = (from: string | null): Channel =>
  from === null || from === '' ? 'direct' : (channels.find((channel) => channel === from) ?? 'other');
