import { find, findAll } from '../../../browser/find.ts';

/** The day so many days from another by the calendar, so that a day on which the clocks change is still a day. */
export function dayFrom(today: Date, days: number): Date {
  const day = new Date(today);
  day.setDate(today.getDate() + days);
  return day;
}

/** A number of days from today in words, with its year where that is not this one: “14 October”. */
export function dayInWords(days: number, today: Date): string {
  const day = dayFrom(today, days);
  const year = day.getFullYear() === today.getFullYear() ? undefined : 'numeric';
  return day.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year });
}

/** Writes the dates of the frame, counted from today on the reader’s clock, and shows the words around them. */
export function writeDates(root: HTMLElement): void {
  for (const dated of findAll(root, '[data-dated]')) {
    const day = find(dated, '[data-days]');
    day.textContent = dayInWords(Number(day.dataset.days), new Date());
    dated.hidden = false;
  }
}
