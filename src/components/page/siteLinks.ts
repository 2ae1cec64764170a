import type { SitePath } from '../../address.ts';

/** The pages that every page’s foot leads to, in its order. */
export const siteLinks: readonly { readonly path: SitePath; readonly label: string }[] = [
  { path: '/essays/', label: 'Essays' },
  { path: '/results/', label: 'Results' },
  { path: '/charts/', label: 'All charts' },
  { path: '/figures/', label: 'What others counted' },
  { path: '/toolkit/', label: 'Toolkit' },
  { path: '/survey/', label: 'Survey' },
  { path: '/survey/receipt/', label: 'Your receipt' },
  { path: '/search/', label: 'Search' },
  { path: '/about/', label: 'About' },
  { path: '/methodology/', label: 'Methodology' },
  { path: '/codebook/', label: 'Codebook' },
  { path: '/data/', label: 'Data' },
  { path: '/data/#corrections', label: 'Corrections' },
  { path: '/discussion/', label: 'Discussion' },
  { path: '/write/', label: 'Write for us' },
  { path: '/pass-it-on/', label: 'Pass it on' },
  { path: '/privacy/', label: 'Privacy' },
  { path: '/rss.xml', label: 'Feed of essays' },
  { path: '/releases.xml', label: 'Feed of releases' },
];
