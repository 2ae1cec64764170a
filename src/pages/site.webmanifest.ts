import type { APIRoute } from 'astro';
import { onSite } from '../address.ts';
import { light } from '../charts/canvas/theme.ts';
import { icons } from '../components/page/icons.ts';
import { site } from '../site.ts';

/** What a device needs to put the site on its home screen. It opens in the browser, where links to elsewhere belong. */
export const GET: APIRoute = () =>
  Response.json({
    name: site.name,
    short_name: site.name,
    description: site.description,
    lang: site.language,
    start_url: onSite('/'),
    display: 'browser',
    background_color: light.paper,
    theme_color: light.paper,
    icons: icons.map(({ name, size }) => ({
      src: onSite(`/${name}.png`),
      sizes: `${size}x${size}`,
      type: 'image/png',
      purpose: 'any maskable',
    })),
  });
