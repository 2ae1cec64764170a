import { fromChannel, type LinkChannel } from '../../survey/channel.ts';
import { linkedInShare } from './linkedInShare.ts';

/** What is passed on. */
export interface Passed {
  readonly title: string;
  /** The page’s own address, absolute. */
  readonly address: string;
  /** A post that ends in the address it is given. */
  readonly post: (address: string) => string;
}

/** A way to pass it on: a plain link, so nothing is asked of anybody before it is pressed. */
export interface ShareLink {
  readonly network: string;
  readonly href: string;
}

/**
 * Where a post can be written. Each address says through which network it came. Mastodon has no one place: its makers’ own
 * page asks for the person’s server, and reads the text after `#`, which no server is sent (https://share.joinmastodon.org/).
 */
export function shareLinks({ title, address, post }: Passed): readonly ShareLink[] {
  const from = (channel: LinkChannel) => fromChannel(address, channel);
  const text = (channel: LinkChannel) => encodeURIComponent(post(from(channel)));
  return [
    { network: 'LinkedIn', href: linkedInShare(from('linkedin')) },
    { network: 'Bluesky', href: `https://bsky.app/intent/compose?text=${text('bluesky')}` },
    { network: 'Mastodon', href: `https://share.joinmastodon.org/#text=${text('mastodon')}` },
    { network: 'WhatsApp', href: `https://wa.me/?text=${text('whatsapp')}` },
    { network: 'e-mail', href: `mailto:?subject=${encodeURIComponent(title)}&body=${text('email')}` },
  ];
}
