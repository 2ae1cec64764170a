import { describe, expect, test } from 'vitest';
import { calendarFile, folded } from '../../../src/survey/calendarFile.ts';

const entry = {
  day: '2026-12-31',
  made: new Date('2026-11-16T08:05:09.123Z'),
  id: '1-2-3-4@nobutwhy.example',
  title: 'Survey, once more; or not\\so',
  note: 'First line.\nSecond, with a word that goes on and on: Rückmeldungsgespräch, Rückmeldungsgespräch.',
  address: 'https://nobutwhy.example/survey/job-seeker/',
};

/** The lines as a calendar reads them: a break followed by a space is no break. */
const read = (file: string): readonly string[] => file.replaceAll('\r\n ', '').split('\r\n');

describe('A calendar file (RFC 5545)', () => {
  test('holds one entry for the whole of a day', () => {
    expect(read(calendarFile([entry]))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//No But Why//Survey//EN',
      'BEGIN:VEVENT',
      'UID:1-2-3-4@nobutwhy.example',
      'DTSTAMP:20261116T080509Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Survey\\, once more\\; or not\\\\so',
      `DESCRIPTION:First line.\\nSecond\\, with a word that goes on and on: Rückmeldungsgespräch\\, Rückmeldungsgespräch.\\n${entry.address}`,
      `URL:${entry.address}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('that is followed says its name and where it is, and may have many entries, some every month', () => {
    const followed = { name: 'Releases, all', source: 'https://nobutwhy.example/data/calendar.ics' };
    const lines = read(calendarFile([entry, { ...entry, day: '2027-02-28', isMonthly: true }], followed));
    expect(lines.slice(3, 7)).toEqual([
      'NAME:Releases\\, all',
      'X-WR-CALNAME:Releases\\, all',
      'REFRESH-INTERVAL;VALUE=DURATION:P1D',
      `SOURCE;VALUE=URI:${followed.source}`,
    ]);
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
    expect(lines.filter((line) => /^(DT(START|END)|RRULE)/.test(line))).toEqual([
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'DTSTART;VALUE=DATE:20270228',
      'DTEND;VALUE=DATE:20270301',
      'RRULE:FREQ=MONTHLY',
    ]);
  });

  test('ends every line with CRLF and has none over 75 octets', () => {
    const file = calendarFile([entry]);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(file.endsWith('\r\n')).toBe(true);
    expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBe(75);
  });

  test('cuts no character in two', () => {
    const line = `SUMMARY:${'ü'.repeat(100)}`;
    const pieces = folded(line).split('\r\n ');
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join('')).toBe(line);
    expect(pieces.join('')).not.toContain('\uFFFD');
  });
});
