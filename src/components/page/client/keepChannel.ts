/**
 * The channel that somebody came by (src/survey/channel.ts) goes with them to the survey in the addresses of the links, and
 * is kept nowhere. What names no channel is passed on as it is: the survey knows what to make of it.
 */
const from = new URLSearchParams(location.search).get('from');
if (from !== null)
  for (const link of document.links)
    if (link.origin === location.origin && link.pathname.includes('/survey/'))
      link.search = `from=${encodeURIComponent(from)}`;
