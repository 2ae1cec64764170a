import type { APIRoute } from 'astro';
import { addressIn } from '../../address.ts';
import { mayCome } from '../../components/data/mayCome.ts';
import { newsOf } from '../../components/data/news.ts';
import { loadReleases } from '../../components/release/loadReleases.ts';
import written from '../../content/corrections.json';
import { site } from '../../site.ts';
import { calendarFile, type CalendarDay } from '../../survey/calendarFile.ts';

/** When figures came, and from when on the next may, for a calendar that follows it (RFC 5545). */
export const GET: APIRoute = async ({ site: own }) => {
  if (own === undefined)
    throw new Error('astro.config.mjs must set `site`: a calendar needs absolute addresses.');
  const { all } = await loadReleases();
  const next = mayCome(all);
  const entry = (about: Omit<CalendarDay, 'id' | 'address'>, path: `/${string}`): CalendarDay => ({
    ...about,
    // The same at every fetch, so that a calendar changes the entry it has.
    id: `${path.replaceAll(/[^a-z0-9-]/g, '')}@${own.hostname}`,
    address: addressIn(own, path),
  });
  const file = calendarFile(
    [
      entry({ ...next, isMonthly: true }, '/data/#calendar'),
      ...newsOf(all, written).map(({ title, text, day, path }) =>
        entry({ day, made: new Date(day), title: `${title} · ${site.name}`, note: text }, path),
      ),
    ],
    { name: `Releases · ${site.name}`, source: addressIn(own, '/data/calendar.ics') },
  );
  return new Response(file, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
};
