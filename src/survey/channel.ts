/**
 * How a person came to the survey, as coarse as it can be useful: by the parameter `from` of the link they followed,
 * never by the referrer (protocol 6.2). Imports nothing: the survey page loads it.
 */
export const channels = [
  'direct',
  'linkedin',
  'bluesky',
  'mastodon',
  'facebook',
  'reddit',
  'email',
  'newsletter',
  'university',
  'embed',
  'essay',
  'chart',
  'thanks',
  'poster',
  'other',
] as const;

export type Channel = (typeof channels)[number];

/** The channel that the parameter `from` names: `direct` without one, `other` for one that is on no list. */
export const channelOf = (from: string | null): Channel =>
  from === null || from === '' ? 'direct' : (channels.find((channel) => channel === from) ?? 'other');
